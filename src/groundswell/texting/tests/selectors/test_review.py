from decimal import Decimal

from groundswell.consent.channels import Channel, ConsentStatus
from groundswell.consent.models import Suppression
from groundswell.kernel.clock import now
from groundswell.kernel.jobs import run_due_jobs
from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Organisation
from groundswell.outreach.gate import Reason
from groundswell.outreach.models import OutreachSettings, ProviderConnection, Sender
from groundswell.texting.models import Campaign, Recipient, Round, Turn
from groundswell.texting.selectors.review import review_of
from groundswell.texting.services.start_campaign import start_campaign
from groundswell.texting.tests.ballot import member
from tests.world import World

MESSAGE = "Hi {first_name|friend}, {volunteer} from {organisation}. Voted? Reply STOP for no more texts."


def connect(union: Organisation) -> None:
    connection = ProviderConnection.objects.create(
        organisation=union, gateway="simulator", label="Carrier", parts_per_second=100
    )
    Sender.objects.create(
        organisation=union, connection=connection, number="+447700900999", parts_per_second=1
    )


def draft(world: World) -> Campaign:
    campaign = Campaign.objects.create(organisation=world.union, group=world.national, name="Ballot")
    Round.objects.create(campaign=campaign, number=1, message=MESSAGE)
    return campaign


def stop(union: Organisation, number: str) -> None:
    Suppression.objects.create(
        organisation=union,
        channel=Channel.TEXT,
        match_key=match_key(union.id, "phone", number),
        source=Suppression.Source.OWN_WORDS,
        suppressed_at=now(),
    )


def test_it_says_exactly_who_is_in_and_who_is_left_out_and_why(world: World) -> None:
    connect(world.union)
    member(world.leeds, "Dunya", "+447700900101")
    member(world.leeds, "Deniz", "+447700900101")  # they share a phone
    member(world.leeds, "Samira", "+447700900102")
    member(world.leeds, "Emil", "+447700900103")
    stop(world.union, "+447700900103")
    member(world.york, "Ruth", None)
    member(world.york, "Marta", "+447700900104", status=ConsentStatus.UNKNOWN)
    campaign = draft(world)

    review = review_of(campaign, MESSAGE)
    assert (review.audience.people, review.audience.to_text, review.audience.conversations) == (6, 3, 2)
    assert review.audience.sharing == 1
    assert {left.reason: left.people for left in review.audience.left_out} == {
        Reason.NO_NUMBER: 1,
        Reason.OPTED_OUT: 1,
        Reason.NO_CONSENT: 1,
    }
    assert review.may_start

    start_campaign(actor=world.amina.actor, campaign=campaign)
    run_due_jobs()
    assert Turn.objects.count() == review.audience.conversations
    assert Recipient.objects.filter(left_out="").count() == review.audience.to_text
    assert Recipient.objects.count() == review.audience.people


def test_a_name_outside_the_gsm_alphabet_makes_the_text_longer_and_dearer(world: World) -> None:
    connect(world.union)
    member(world.leeds, "Dunya", "+447700900101")
    member(world.leeds, "Işıl", "+447700900102")
    OutreachSettings.objects.create(organisation=world.union, price_per_part=Decimal("0.04"))
    review = review_of(draft(world), MESSAGE)
    assert (review.parts.fewest, review.parts.most, review.parts.in_ucs2) == (1, 2, 1)
    assert review.cost == Decimal("0.12")


def test_without_a_number_or_people_it_may_not_start_and_says_why(world: World) -> None:
    review = review_of(draft(world), MESSAGE)
    assert not review.may_start
    words = " ".join(remark.words for remark in review.remarks)
    assert "Nobody in this audience" in words
    assert "No number to text from" in words


def test_a_message_that_is_the_same_for_everybody_is_measured_for_everybody(world: World) -> None:
    connect(world.union)
    member(world.leeds, "Dunya", "+447700900101")
    member(world.leeds, "Samira", "+447700900102")

    assert review_of(draft(world), "Vote today. Reply STOP for no more texts.").parts.total == 2
