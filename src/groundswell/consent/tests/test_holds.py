import pytest

from groundswell.audit.actor import Actor
from groundswell.consent.errors import HoldDecided
from groundswell.consent.models import Hold, Suppression
from groundswell.consent.services import decide_hold, hold_address
from groundswell.consent.tests.people import key_of
from tests.world import World


def hold(world: World) -> Hold:
    return hold_address(
        actor=Actor.system(world.union.id), organisation_id=world.union.id, match_key=key_of(world)
    )


def test_one_address_waits_for_one_decision_however_often_it_is_held(world: World) -> None:
    assert hold(world) == hold(world)


def test_it_was_a_stop(world: World) -> None:
    held = hold(world)
    decide_hold(actor=world.bram.actor, hold=held, decision=Hold.Decision.STOP, evidence="leave me alone")
    stop = Suppression.objects.get(channel="text")
    assert (stop.source, stop.evidence) == (Suppression.Source.OWN_WORDS, "leave me alone")


def test_it_was_no_stop_and_the_next_words_can_be_held_again(world: World) -> None:
    held = hold(world)
    decide_hold(actor=world.bram.actor, hold=held, decision=Hold.Decision.GO_ON)
    assert not Suppression.objects.exists()
    assert hold(world) != held


def test_a_decision_is_made_once(world: World) -> None:
    held = hold(world)
    decide_hold(actor=world.bram.actor, hold=held, decision=Hold.Decision.GO_ON)
    with pytest.raises(HoldDecided):
        decide_hold(actor=world.amina.actor, hold=held, decision=Hold.Decision.STOP)
