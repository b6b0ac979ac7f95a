from datetime import timedelta

import pytest
import time_machine

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.errors import OnlyThemselves, ReasonMissing, TooLateToTakeBack
from groundswell.consent.models import ConsentEvent, Suppression
from groundswell.consent.services import lift_stop, stop_contact, take_back_stop
from groundswell.consent.tests.people import grant, key_of, make_person, status_of
from groundswell.kernel import clock
from tests.world import World

Source = Suppression.Source


def stop(world: World, source: Suppression.Source = Source.OWN_WORDS, actor: Actor | None = None) -> None:
    stop_contact(
        actor=actor or Actor.person(world.union.id, None),
        organisation_id=world.union.id,
        match_key=key_of(world),
        source=source,
        evidence="STOP",
    )


def lift(world: World, actor: Actor, reason: str = "START") -> None:
    lift_stop(actor=actor, organisation_id=world.union.id, match_key=key_of(world), reason=reason)


def active(world: World) -> dict[str, str]:
    stops = Suppression.objects.filter(organisation=world.union, lifted_at=None)
    return dict(stops.values_list("channel", "source"))


def test_emils_stop_ends_texts_and_calls_for_every_purpose(world: World) -> None:
    emil = make_person(world)
    grant(world, emil)
    stop(world)
    assert active(world) == {"text": Source.OWN_WORDS, "call": Source.OWN_WORDS}
    for channel in (Channel.TEXT, Channel.CALL):
        for purpose in Purpose:
            assert status_of(emil, channel, purpose) == ConsentStatus.WITHDRAWN


def test_the_stop_of_one_is_the_stop_of_the_household(world: World) -> None:
    emil, elsa = make_person(world), make_person(world, "Elsa")
    grant(world, elsa)
    stop(world)
    assert status_of(elsa, Channel.TEXT) == status_of(emil, Channel.TEXT) == ConsentStatus.WITHDRAWN


def test_a_number_nobody_has_is_suppressed_all_the_same(world: World) -> None:
    stop(world)
    assert set(active(world)) == {"text", "call"}
    assert ConsentEvent.objects.filter(person=None).count() == 2


def test_a_second_stop_changes_nothing(world: World) -> None:
    make_person(world)
    stop(world)
    stop(world)
    assert Suppression.objects.count() == 2
    assert ConsentEvent.objects.count() == 2


def test_own_words_outrank_what_a_volunteer_noted(world: World) -> None:
    stop(world, Source.VOLUNTEER, world.chidi.actor)
    stop(world)
    assert active(world) == {"text": Source.OWN_WORDS, "call": Source.OWN_WORDS}
    stop(world, Source.ORGANISER, world.amina.actor)
    assert active(world) == {"text": Source.OWN_WORDS, "call": Source.OWN_WORDS}


def test_nobody_but_emil_undoes_emils_stop(world: World) -> None:
    stop(world)
    with pytest.raises(OnlyThemselves):
        lift(world, world.amina.actor, "he told me on the phone")
    assert active(world)


def test_emil_comes_back_by_himself_and_gets_back_what_he_had(world: World) -> None:
    emil = make_person(world)
    grant(world, emil)
    stop(world)
    lift(world, Actor.person(world.union.id, emil.pk))
    assert not active(world)
    assert status_of(emil, Channel.TEXT) == ConsentStatus.GRANTED
    assert status_of(emil, Channel.TEXT, Purpose.FUNDRAISING) == ConsentStatus.UNKNOWN
    newest = ConsentEvent.objects.filter(person=emil, purpose=Purpose.MEMBERSHIP).order_by("-id")[0]
    assert (newest.basis, newest.evidence, newest.source) == (Basis.MEMBER, "START", "own_words")


def test_an_organiser_undoes_a_volunteers_stop_with_a_reason(world: World) -> None:
    emil = make_person(world)
    grant(world, emil)
    stop(world, Source.VOLUNTEER, world.chidi.actor)
    with pytest.raises(ReasonMissing):
        lift(world, world.amina.actor, "  ")
    lift(world, world.amina.actor, "Chidi pressed the wrong button")
    assert status_of(emil, Channel.CALL) == ConsentStatus.GRANTED


def take_back(world: World, actor: Actor) -> None:
    take_back_stop(actor=actor, organisation_id=world.union.id, match_key=key_of(world))


def test_a_slip_of_the_finger_is_taken_back_within_a_minute(world: World) -> None:
    emil = make_person(world)
    grant(world, emil)
    stop(world, Source.VOLUNTEER, world.chidi.actor)
    take_back(world, world.chidi.actor)
    assert not active(world)
    assert status_of(emil, Channel.TEXT) == ConsentStatus.GRANTED


def test_after_a_minute_or_by_somebody_else_it_is_not_taken_back(world: World) -> None:
    stop(world, Source.VOLUNTEER, world.chidi.actor)
    with pytest.raises(TooLateToTakeBack):
        take_back(world, world.bram.actor)
    with time_machine.travel(clock.now() + timedelta(seconds=61)), pytest.raises(TooLateToTakeBack):
        take_back(world, world.chidi.actor)
    assert active(world)


def test_a_volunteer_cannot_take_back_what_emil_said_himself(world: World) -> None:
    stop(world, Source.VOLUNTEER, world.chidi.actor)
    stop(world)
    with pytest.raises(TooLateToTakeBack):
        take_back(world, world.chidi.actor)


def test_stop_start_stop_start_ends_where_it_began(world: World) -> None:
    emil = make_person(world)
    grant(world, emil)
    for _ in range(2):
        stop(world)
        assert status_of(emil, Channel.TEXT) == ConsentStatus.WITHDRAWN
        lift(world, Actor.person(world.union.id, emil.pk))
        assert status_of(emil, Channel.TEXT) == ConsentStatus.GRANTED
