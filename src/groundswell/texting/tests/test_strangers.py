"""Somebody no list knows writes to us, and the office answers."""

from uuid import uuid4

import pytest

from groundswell.consent.models import Suppression
from groundswell.kernel import clock
from groundswell.kernel.errors import NotAllowed
from groundswell.texting.errors import MayNotContact
from groundswell.texting.models import Conversation, Text
from groundswell.texting.services.answer_stranger import answer_stranger
from groundswell.texting.tests.ballot import Ballot, member, start_ballot
from tests.sign_in import sign_in
from tests.world import World

STRANGER = "+447700900777"


def stranger_asks(world: World) -> tuple[Ballot, Conversation]:
    member(world.leeds, "Dunya", "+447700900101")
    ballot = start_ballot(world)
    ballot.writes(STRANGER, "Hello, how do I join?")
    return ballot, Conversation.objects.get(campaign=None)


def test_amina_answers_a_stranger_once_however_often_she_taps(world: World) -> None:
    ballot, asked = stranger_asks(world)
    amina, key = sign_in(world.amina), str(uuid4())
    page = amina.get(f"/texting/conversations/{asked.public_id}/").content.decode()
    assert "how do I join?" in page
    assert STRANGER not in page
    for _tap in range(2):
        amina.post(f"/texting/inbox/{asked.public_id}/answer", {"key": key, "body": "Welcome! Call Bram."})
    ballot.dispatch()
    assert ballot.carrier.handset(STRANGER).texts == 1
    assert Text.objects.get(gesture_key=key).author == world.amina.membership
    asked.refresh_from_db()
    assert asked.waiting_since is None


def test_nobody_answers_a_stranger_who_said_stop(world: World) -> None:
    _ballot, asked = stranger_asks(world)
    stop(world, asked)
    with pytest.raises(MayNotContact):
        answer_stranger(viewer=world.amina, conversation=asked, key=uuid4(), body="Welcome!")
    assert not Text.objects.filter(kind=Text.Kind.REPLY).exists()


def test_a_stop_after_send_still_holds_the_answer_back(world: World) -> None:
    ballot, asked = stranger_asks(world)
    answer_stranger(viewer=world.amina, conversation=asked, key=uuid4(), body="Welcome!")
    stop(world, asked)
    ballot.dispatch()
    assert ballot.carrier.handset(STRANGER).texts == 0


def test_done_without_an_answer_waits_again_when_they_write_again(world: World) -> None:
    ballot, asked = stranger_asks(world)
    sign_in(world.amina).post(f"/texting/inbox/{asked.public_id}/done")
    asked.refresh_from_db()
    assert asked.waiting_since is None
    ballot.writes(STRANGER, "Anybody there?")
    asked.refresh_from_db()
    assert asked.waiting_since


def test_a_leader_of_a_branch_answers_no_stranger(world: World) -> None:
    _ballot, asked = stranger_asks(world)
    bram = sign_in(world.bram)
    assert bram.post(f"/texting/inbox/{asked.public_id}/answer", {"key": str(uuid4())}).status_code == 403
    with pytest.raises(NotAllowed):
        answer_stranger(viewer=world.bram, conversation=asked, key=uuid4(), body="Hello")


def stop(world: World, conversation: Conversation) -> None:
    Suppression.objects.create(
        organisation=world.union,
        channel="text",
        match_key=conversation.match_key,
        source=Suppression.Source.OWN_WORDS,
        suppressed_at=clock.now(),
    )
