"""Several people at once, each on a connection of their own."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from groundswell.consent.models import Suppression
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.texting.dispatcher import dispatch_once, hand_over
from groundswell.texting.models import Text, Turn
from groundswell.texting.services.send_gestures import Gesture, send_gestures
from groundswell.texting.services.take_batch import take_batch
from groundswell.texting.tests.ballot import members, number, start_ballot, texter
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(work: Callable[[], Any], times: int) -> list[Any]:
    """The same thing from several threads, starting together."""
    ready = threading.Barrier(times)

    def one(_: int) -> Any:
        ready.wait()
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_parallel_requests_of_one_volunteer_never_exceed_the_batch(world: World) -> None:
    members(world.leeds, 60)
    chidi = texter(world.chidi, start_ballot(world, batch_size=10).campaign)
    at_once(lambda: take_batch(viewer=chidi.viewer, assignment=chidi.assignment), 6)
    assert Turn.objects.filter(holder=chidi.assignment, state=Turn.State.HELD).count() == 10


def test_two_volunteers_never_hold_the_same_person_and_nobody_is_forgotten(world: World) -> None:
    members(world.leeds, 20)
    ballot = start_ballot(world, batch_size=10)
    crew = [texter(world.chidi, ballot.campaign), texter(world.bram, ballot.campaign)]
    hands = iter(crew)
    batches = at_once(lambda: next(hands).take().turns, 2)
    assert sorted(batches[0] + batches[1]) == sorted(Turn.objects.values_list("id", flat=True))


def test_the_same_gesture_from_many_tabs_at_once_is_one_text(world: World) -> None:
    members(world.leeds, 1)
    chidi = texter(world.chidi, start_ballot(world).campaign)
    chidi.take()
    [card] = chidi.cards()
    outcomes = at_once(lambda: send_gestures(token=chidi.token, gestures=[Gesture(token=card["token"])]), 8)
    assert {outcome.text_id for [outcome] in outcomes if not outcome.error} == {
        str(Text.objects.get().public_id)
    }


def test_nothing_leaves_after_an_opt_out_was_acknowledged(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The carrier takes its time, so that many stops fall between the commit before the call and the call."""
    everybody = members(world.leeds, 40)
    ballot = start_ballot(world)
    texts = texter(world.chidi, ballot.campaign).text_everybody()
    hand_in = hand_over._send

    def slowly(*call: Any) -> Any:
        time.sleep(0.15)
        return hand_in(*call)

    monkeypatch.setattr(hand_over, "_send", slowly)
    by_key = {text.match_key: person for person, text in zip(everybody, texts, strict=True)}
    keys = iter(list(by_key)[::3])
    at_acknowledgement: dict[str, int] = {}

    def stop() -> None:
        key = next(keys)
        time.sleep(len(at_acknowledgement) / 50)
        stop_contact(
            actor=world.amina.actor,
            organisation_id=world.union.id,
            match_key=key,
            source=Suppression.Source.ORGANISER,
        )
        at_acknowledgement[key] = ballot.carrier.handset(number(by_key[key])).texts

    def send() -> None:
        while dispatch_once():
            pass

    jobs = iter([send, *[stop] * 12])
    at_once(lambda: next(jobs)(), 13)
    send()
    assert {key: ballot.carrier.handset(number(by_key[key])).texts for key in at_acknowledgement} == (
        at_acknowledgement
    )
    assert ballot.carrier.tally.duplicates == 0


def test_two_dispatchers_hand_every_text_over_once(world: World) -> None:
    everybody = members(world.leeds, 40)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()

    def send() -> None:
        for _ in range(12):
            dispatch_once()

    at_once(send, 3)
    ballot.dispatch()
    assert [ballot.carrier.handset(number(person)).texts for person in everybody] == [1] * 40
