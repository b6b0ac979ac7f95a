"""Each person gets each round at most once, and only when it is meant for them."""

from groundswell.audit.actor import Actor
from groundswell.consent.models import Suppression
from groundswell.consent.services import stop_contact
from groundswell.kernel import clock
from groundswell.kernel.jobs import run_due_jobs
from groundswell.people.models import Person
from groundswell.texting.models import Conversation, Recipient, Round, Text, Turn
from groundswell.texting.services.add_newcomers import add_newcomers
from groundswell.texting.services.open_round import open_round
from groundswell.texting.tests.ballot import (
    Ballot,
    give_number,
    member,
    members,
    number,
    number_of,
    start_ballot,
    texter,
)
from tests.world import World


def follow_up(world: World, ballot: Ballot) -> Round:
    round_ = Round.objects.create(
        campaign=ballot.campaign, number=2, message="Hi {first_name|friend}, last days!"
    )
    open_round(actor=world.amina.actor, round_=round_)
    run_due_jobs()
    return round_


def newcomers(world: World, ballot: Ballot) -> None:
    add_newcomers(actor=world.amina.actor, campaign=ballot.campaign)
    run_due_jobs()


def change_number(person: Person, new: str) -> None:
    person.contact_points.all().delete()
    give_number(person, new)


def test_newcomers_after_a_follow_up_bring_nobody_else_another_text(world: World) -> None:
    texted, waiting = (
        member(world.leeds, "Dunya", "+447700900500"),
        member(world.york, "Wim", "+447700900501"),
    )
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    ballot.says(texted, "I voted!")
    follow_up(world, ballot)
    new = member(world.leeds, "Nora", "+447700900502")
    newcomers(world, ballot)
    newcomers(world, ballot)
    rounds = Turn.objects.order_by("conversation__person").values_list(
        "conversation__person", "round__number"
    )
    assert list(rounds) == [(texted.id, 1), (waiting.id, 1), (new.id, 2)]


def test_a_newcomer_who_shares_a_number_joins_the_household_and_brings_no_second_text(world: World) -> None:
    dunya = member(world.leeds, "Dunya", "+447700900500")
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    member(world.leeds, "Emre", "+447700900500")
    newcomers(world, ballot)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    assert Recipient.objects.filter(conversation=Conversation.objects.get()).count() == 2
    assert ballot.carrier.handset(number(dunya)).texts == 1


def test_whoever_answers_after_the_follow_up_was_opened_does_not_get_it(world: World) -> None:
    dunya, emre = members(world.leeds, 2)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    follow_up(world, ballot)
    chidi.take()
    ballot.says(dunya, "Sorry, busy. I voted")
    assert [card["name"] for card in chidi.cards()] == [emre.given_name]


def test_a_queued_follow_up_is_dropped_when_they_answer(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    follow_up(world, ballot)
    chidi.text_everybody()
    ballot.says(dunya, "I voted")
    ballot.dispatch()
    assert ballot.carrier.handset(number(dunya)).texts == 1
    assert Text.objects.get(kind=Text.Kind.FOLLOW_UP).reason == "replied"


def test_a_number_changed_between_rounds_gets_no_round_twice_and_the_old_number_nothing(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    old, new = number(dunya), number_of(world.leeds, 900)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    change_number(dunya, new)
    newcomers(world, ballot)
    follow_up(world, ballot)
    chidi.text_everybody()
    ballot.dispatch()
    assert (ballot.carrier.handset(old).texts, ballot.carrier.handset(new).texts) == (1, 0)
    assert Text.objects.get(kind=Text.Kind.FOLLOW_UP).reason == "number_changed"


def test_a_stop_of_the_number_counts_even_when_its_person_has_another_now(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    ballot.says(dunya, "Who is this?")
    chidi.reply("Chidi of your union")
    key = Conversation.objects.get().match_key
    change_number(dunya, number_of(world.leeds, 900))
    stop_contact(
        actor=Actor.system(world.union.id),
        organisation_id=world.union.id,
        match_key=key,
        source=Suppression.Source.ORGANISER,
    )
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 1
    assert Text.objects.get(kind=Text.Kind.REPLY).reason == "opted_out"


def test_in_a_household_the_next_one_is_spoken_to_when_the_first_has_said_yes_or_left(world: World) -> None:
    for name in ("Dunya", "Emre", "Ferit"):
        member(world.leeds, name, "+447700900500")
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    Recipient.objects.filter(person__given_name="Dunya").update(goal_reached_at=clock.now())
    Person.objects.filter(given_name="Emre").update(deleted_at=clock.now())
    follow_up(world, ballot)
    chidi.take()
    assert [card["body"] for card in chidi.cards()] == ["Hi Ferit, last days!"]
    assert Recipient.objects.count() == 3


def test_one_goal_reached_for_all_of_a_household_ends_it(world: World) -> None:
    for name in ("Dunya", "Emre"):
        member(world.leeds, name, "+447700900500")
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    Recipient.objects.update(goal_reached_at=clock.now())
    follow_up(world, ballot)
    assert not Turn.objects.filter(round__number=2).exists()


def test_help_asked_before_a_stop_is_not_answered_after_it(world: World) -> None:
    [emil] = members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    ballot.says(emil, "HELP")
    ballot.says(emil, "STOP")
    ballot.says(emil, "stop")
    ballot.dispatch()
    sent = [line.body for line in ballot.carrier.handset(number(emil)).lines if not line.mine]
    assert len(sent) == 2
    assert "no more texts or calls" in sent[1]
