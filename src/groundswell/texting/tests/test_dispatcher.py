"""From the tap to the handset and back."""

import time_machine

from groundswell.audit.actor import Actor
from groundswell.consent.models import Suppression
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.gateways.simulator.behaviour import Behaviour
from groundswell.gateways.sms.contract import ErrorClass
from groundswell.outreach.models import Touch
from groundswell.outreach.services.store_webhook import store_webhook
from groundswell.outreach.webhooks import process_receipts
from groundswell.texting.models import Conversation, Text
from groundswell.texting.services.act_on_error import act_on_error
from groundswell.texting.tasks import end_leases
from groundswell.texting.tests.ballot import SECRET, member, members, number, start_ballot, texter
from tests.world import World

State = Text.State


def test_every_member_is_texted_once_and_the_report_comes_back(world: World) -> None:
    everybody = members(world.leeds, 25)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    assert [ballot.carrier.handset(number(person)).texts for person in everybody] == [1] * 25
    ballot.hear()
    assert set(Text.objects.values_list("state", flat=True)) == {State.DELIVERED}
    assert Touch.objects.count() == 25
    assert not Conversation.objects.filter(first_text_at=None).exists()


def test_a_reply_appears_in_the_conversation_and_waits_for_its_volunteer(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    ballot.says(dunya, "Yes, I voted last week!")
    conversation = Conversation.objects.get()
    assert conversation.waiting_since
    assert conversation.holder == chidi.assignment
    assert [text.body for text in conversation.texts.filter(kind=Text.Kind.INBOUND)] == [
        "Yes, I voted last week!"
    ]


def test_a_number_that_answered_is_no_landline_whatever_the_carrier_says_later(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    ballot.says(dunya, "Yes, voted!")
    act_on_error(text=Text.objects.get(kind=Text.Kind.FIRST), error=ErrorClass.LANDLINE, code="30006")
    conversation = Conversation.objects.get()
    assert conversation.waiting_since
    assert conversation.closed_at is None


def test_a_stop_drops_what_is_queued_closes_the_conversation_and_is_confirmed_once(world: World) -> None:
    emil, dunya = member(world.leeds, "Emil", "+447700900500"), member(world.leeds, "Dunya", "+447700900501")
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    later = start_ballot(world, name="Follow-up")
    texter(world.chidi, later.campaign).text_everybody()
    ballot.says(emil, "STOP 🛑")
    ballot.says(emil, "stop!!")
    ballot.dispatch()
    handset = ballot.carrier.handset(number(emil))
    assert [line.body[:17] for line in handset.lines if not line.mine][1:] == ["Teachers United: "]
    assert Suppression.objects.filter(source="own_words", lifted_at=None).count() == 2
    closed = Conversation.objects.filter(person=emil)
    assert {each.closed_because for each in closed} == {"opted_out"}
    assert (
        Text.objects.get(conversation__campaign=later.campaign, conversation__person=emil).state
        == State.DROPPED
    )
    assert ballot.carrier.handset(number(dunya)).texts == 2


def test_start_brings_them_back_and_help_is_answered(world: World) -> None:
    [emil] = members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    for words in ("Help", "STOP", "START"):
        ballot.says(emil, words)
        ballot.dispatch()
    answers = [text.body for text in Text.objects.filter(kind=Text.Kind.SYSTEM).order_by("id")]
    assert ["Reply STOP" in answers[0], "no more texts" in answers[1], "welcome back" in answers[2]] == [
        True
    ] * 3
    assert not Suppression.objects.filter(lifted_at=None).exists()
    assert Conversation.objects.get().closed_at is None


def test_an_opt_out_between_the_tap_and_the_hand_over_stops_the_text(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    [text] = texter(world.chidi, ballot.campaign).text_everybody()
    stop_contact(
        actor=Actor.system(world.union.id),
        organisation_id=world.union.id,
        match_key=text.match_key,
        source=Suppression.Source.PROVIDER,
    )
    ballot.dispatch()
    text.refresh_from_db()
    assert (text.state, text.reason) == (State.DROPPED, "opted_out")
    assert ballot.carrier.tally.taken == 0


def test_texts_left_at_night_wait_for_the_morning(world: World, noon: time_machine.Traveller) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    [text] = texter(world.chidi, ballot.campaign).text_everybody()
    noon.shift(10 * 3600)
    ballot.dispatch()
    text.refresh_from_db()
    assert text.state == State.QUEUED
    assert text.due_at
    assert text.due_at.hour == 9
    noon.shift(11.5 * 3600)
    ballot.dispatch()
    text.refresh_from_db()
    assert text.state == State.ACCEPTED


def test_a_carrier_that_answers_nothing_leaves_it_unknown_and_it_is_never_sent_again(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    ballot.carrier.behaviour = Behaviour(replies=0, lost_after=1)
    [text] = texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    text.refresh_from_db()
    assert text.state == State.UNKNOWN
    ballot.carrier.behaviour = Behaviour(replies=0)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 1
    ballot.hear()
    text.refresh_from_db()
    assert text.state == State.DELIVERED
    assert text.provider_id


def test_a_throttled_text_goes_out_later_once(world: World, noon: time_machine.Traveller) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    ballot.carrier.behaviour = Behaviour(replies=0, throttled=1)
    [text] = texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    text.refresh_from_db()
    assert (text.state, text.reason) == (State.QUEUED, "throttled")
    ballot.carrier.behaviour = Behaviour(replies=0)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    noon.shift(5)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 1


def test_what_a_crash_left_half_handed_over_becomes_unknown(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    [text] = texter(world.chidi, ballot.campaign).text_everybody()
    Text.objects.filter(pk=text.pk).update(state=State.HANDING, handed_at="2020-01-01T00:00Z")
    end_leases()
    ballot.dispatch()
    text.refresh_from_db()
    assert text.state == State.UNKNOWN
    assert ballot.carrier.tally.submitted == 0


def test_a_webhook_that_comes_three_times_counts_once(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    ballot.carrier.say(number(dunya), ballot.sender.number, "I voted")
    for webhook in ballot.carrier.advance(60, SECRET):
        for _ in range(3):
            store_webhook(ballot.connection, webhook)
            process_receipts()
    assert Text.objects.filter(kind=Text.Kind.INBOUND).count() == 1


def test_a_stranger_lands_in_the_shared_inbox(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    ballot.carrier.say("+447700900123", ballot.sender.number, "Who are you?")
    ballot.hear()
    stranger = Conversation.objects.get(campaign=None)
    assert stranger.person is None
    assert stranger.waiting_since
