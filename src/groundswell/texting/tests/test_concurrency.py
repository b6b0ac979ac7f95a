"""Several people at once, each on a connection of their own."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections

from groundswell.audit.actor import Actor
from groundswell.consent.models import Suppression
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.texting.dispatcher import dispatch_once
from groundswell.texting.models import Text, Turn
from groundswell.texting.services.send_gestures import Gesture, send_gestures
from groundswell.texting.services.take_batch import take_batch
from groundswell.texting.tests.ballot import members, number, start_ballot, texter
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def one_writer_in_memory_is_no_test() -> None:
    """SQLite's test database lives in memory, where threads share a lock that nobody else uses."""
    if connection.vendor == "sqlite":
        pytest.skip("needs a database that several connections can open")


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


def test_nothing_leaves_after_an_opt_out_was_acknowledged(world: World) -> None:
    everybody = members(world.leeds, 40)
    ballot = start_ballot(world)
    texts = texter(world.chidi, ballot.campaign).text_everybody()
    keys = iter([text.match_key for text in texts][::-1])
    taken_when_acknowledged: dict[str, int] = {}

    def stop() -> None:
        key = next(keys)
        stop_contact(
            actor=Actor.system(world.union.id),
            organisation_id=world.union.id,
            match_key=key,
            source=Suppression.Source.PROVIDER,
        )
        taken_when_acknowledged[key] = Text.objects.get(match_key=key).state != Text.State.QUEUED

    def send() -> None:
        while dispatch_once():
            pass

    jobs = iter([send, *[stop] * 15])
    at_once(lambda: next(jobs)(), 16)
    send()
    for person, text in zip(everybody, texts, strict=True):
        if text.match_key in taken_when_acknowledged and not taken_when_acknowledged[text.match_key]:
            assert ballot.carrier.handset(number(person)).texts == 0
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
