"""Replies first: an answer, its meaning and our reply are one action."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from groundswell.consent.errors import TooLateToTakeBack
from groundswell.consent.models import Suppression
from groundswell.kernel.jobs import run_due_jobs
from groundswell.outreach.models import Answer, AnswerGiven, Meaning, Question, Request, Script
from groundswell.texting.models import Conversation, Recipient, Round, Text, Turn
from groundswell.texting.services.open_round import open_round
from groundswell.texting.services.stop_person import undo_stop
from groundswell.texting.services.supervise import suspend_texter, take_over_conversation
from groundswell.texting.tests.ballot import Ballot, Texter, members, start_ballot, texter
from tests.world import World

Ask = Callable[..., dict[str, Any]]


class Shift:
    """Dunya has answered Chidi's first text; the script is in front of him."""

    def __init__(self, world: World, client: Client) -> None:
        script = Script.objects.create(organisation=world.union, group=world.national, name="Ballot")
        self.question = Question.objects.create(script=script, text="Have you voted?")
        self.dunya, self.other = members(world.leeds, 2)
        self.ballot: Ballot = start_ballot(world, script=script)
        self.chidi: Texter = texter(world.chidi, self.ballot.campaign)
        self.chidi.text_everybody()
        self.ballot.dispatch()
        self.client = client
        self.world = world

    def answer(self, label: str, meaning: Meaning) -> str:
        return str(Answer.objects.create(question=self.question, label=label, meaning=meaning).public_id)

    def says(self, body: str) -> Conversation:
        self.ballot.says(self.dunya, body)
        return self.conversation

    @property
    def conversation(self) -> Conversation:
        return Conversation.objects.get(person=self.dunya)

    def get(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = self.client.get(f"/t/api/{path}", headers=self.headers).json()
        return answer

    def post(self, path: str, **sent: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self.client.post(
            f"/t/api/{path}", sent, content_type="application/json", headers=self.headers
        ).json()
        return answer

    def thread(self) -> dict[str, Any]:
        return self.get(f"conversations/{self.conversation.public_id}")

    def reply(self, **sent: Any) -> dict[str, Any]:
        gesture = {"token": self.thread()["token"], **sent}
        result: dict[str, Any]
        [result] = self.post("gestures", gestures=[gesture])["results"]
        return result

    def act(self, verb: str) -> dict[str, Any]:
        return self.post(f"conversations/{self.conversation.public_id}/{verb}")

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Device {self.chidi.token.write()}"}


@pytest.fixture
def shift(world: World, client: Client) -> Shift:
    return Shift(world, client)


def test_whoever_waits_longest_is_on_top_and_no_number_is_shown(shift: Shift) -> None:
    shift.ballot.says(shift.other, "Who is this?")
    shift.says("Not yet")
    waiting = shift.get("replies")["replies"]
    assert [line["excerpt"] for line in waiting] == ["Who is this?", "Not yet"]
    shown = f"{waiting}{shift.thread()}"
    assert "+44" not in shown
    assert "770090" not in shown


def test_an_answer_with_a_reply_is_one_action_and_a_resend_sends_nothing_twice(shift: Shift) -> None:
    shift.says("Yes, done!")
    voted = shift.answer("Voted", Meaning.VOTED)
    gesture = {"token": shift.thread()["token"], "body": "Great, thank you!", "answers": [voted]}
    first = shift.post("gestures", gestures=[gesture])["results"][0]
    again = shift.post("gestures", gestures=[gesture])["results"][0]
    assert first["state"] == again["state"] == "accepted"
    assert first["text"] == again["text"]
    assert Text.objects.filter(kind=Text.Kind.REPLY).count() == 1
    assert AnswerGiven.objects.get().meaning == Meaning.VOTED
    assert Recipient.objects.get(person=shift.dunya).goal_reached_at
    assert shift.get("replies")["replies"] == []


def test_whoever_reached_the_goal_gets_no_follow_up_unless_they_take_it_back(shift: Shift) -> None:
    shift.says("Yes")
    shift.reply(body="Thanks!", answers=[shift.answer("Voted", Meaning.VOTED)])
    assert Recipient.objects.get(person=shift.dunya).goal_reached_at
    shift.reply(answers=[shift.answer("Not yet", Meaning.NOT_YET)])
    assert Recipient.objects.get(person=shift.dunya).goal_reached_at is None
    assert AnswerGiven.objects.filter(superseded_at=None).get().meaning == Meaning.NOT_YET
    follow_up = Round.objects.create(campaign=shift.ballot.campaign, number=2, message="Last days to vote!")
    open_round(actor=shift.world.amina.actor, round_=follow_up)
    run_due_jobs()
    assert [turn.conversation.person for turn in Turn.objects.filter(round=follow_up)] == [shift.other]


def test_asking_for_a_paper_twice_makes_one_request_with_the_address_confirmed(shift: Shift) -> None:
    shift.says("Mine never came")
    needs = shift.answer("Needs a paper", Meaning.NEEDS_PAPER)
    for _ in range(2):
        shift.reply(body="We send you one.", answers=[needs], address="1 Mill Lane, Leeds")
    request = Request.objects.get()
    assert request.address_confirmed
    assert request.address
    assert request.address.open() == "1 Mill Lane, Leeds"
    assert shift.get("state")["papers"] == 1


def test_a_stop_pressed_by_mistake_can_be_taken_back_for_a_minute(
    shift: Shift, noon: time_machine.Traveller
) -> None:
    shift.says("hm")
    shift.act("stop")
    assert shift.conversation.closed_because == "opted_out"
    shift.act("undo-stop")
    shift.ballot.dispatch()
    assert shift.conversation.closed_at is None
    assert not Suppression.objects.filter(lifted_at=None).exists()
    assert not Text.objects.filter(kind=Text.Kind.SYSTEM).exclude(state=Text.State.DROPPED).exists()
    shift.act("stop")
    noon.shift(61)
    with pytest.raises(TooLateToTakeBack):
        undo_stop(actor=shift.world.chidi.actor, conversation=shift.conversation)
    shift.ballot.dispatch()
    assert Text.objects.filter(kind=Text.Kind.SYSTEM, state=Text.State.ACCEPTED).count() == 1


def test_a_reply_to_somebody_who_said_stop_is_refused(shift: Shift) -> None:
    shift.says("who?")
    token = shift.thread()["token"]
    shift.says("STOP")
    [result] = shift.post("gestures", gestures=[{"token": token, "body": "Sorry!"}])["results"]
    assert result["error"] == "ConversationClosed"


def test_what_only_sounds_like_a_stop_holds_further_texts(shift: Shift) -> None:
    shift.says("take me off your list")
    assert shift.reply(body="Sure?")["error"] == "MayNotContact"
    assert shift.conversation.escalated_at


@pytest.mark.parametrize("verb", ["escalate", "give-away", "hide", "wrong-number"])
def test_a_conversation_can_leave_the_screen(shift: Shift, verb: str) -> None:
    shift.says("I hate you all")
    shift.act(verb)
    assert shift.get("replies")["replies"] == []


def test_bram_takes_a_conversation_over_and_chidis_next_gesture_is_refused(shift: Shift) -> None:
    shift.says("help?")
    token = shift.thread()["token"]
    take_over_conversation(viewer=shift.world.bram, conversation=shift.conversation)
    [result] = shift.post("gestures", gestures=[{"token": token, "body": "Hi"}])["results"]
    assert result["error"] == "ConversationNotFound"


def test_a_suspended_volunteer_is_out_at_the_next_gesture_and_holds_nothing(shift: Shift) -> None:
    shift.says("hello?")
    suspend_texter(viewer=shift.world.bram, assignment=shift.chidi.assignment)
    assert shift.get("replies")["error"] == "SignedOut"
    assert shift.conversation.holder is None


def test_done_for_today_gives_unanswered_replies_to_the_branch(shift: Shift) -> None:
    shift.says("When does it close?")
    assert shift.post("done")["given_back"] == 1
    bram = texter(shift.world.bram, shift.ballot.campaign)
    assert bram.take().replies == 1
    assert shift.conversation.holder == bram.assignment


def test_a_thanks_needs_no_answer_and_the_next_words_bring_it_back(shift: Shift) -> None:
    shift.says("Thanks!")
    shift.act("no-answer")
    assert shift.get("replies")["replies"] == []
    shift.says("One more thing")
    assert [line["excerpt"] for line in shift.get("replies")["replies"]] == ["One more thing"]
