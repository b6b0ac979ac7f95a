"""What a corrected answer takes back."""

import pytest

from groundswell.audit.models import AuditEntry
from groundswell.outreach.models import Answer, Meaning, Question, Request, Script
from groundswell.outreach.services.close_requests import close_requests
from groundswell.people.models import Tag, Tagging
from groundswell.texting.models import Conversation
from groundswell.texting.services.record_answer import record_answer
from groundswell.texting.tests.ballot import members, start_ballot, texter
from tests.world import World


class Call:
    """Chidi notes what Dunya answers."""

    def __init__(self, world: World) -> None:
        self.world = world
        script = Script.objects.create(organisation=world.union, group=world.national, name="Ballot")
        self.question = Question.objects.create(script=script, text="Have you voted?")
        self.helpers = Tag.objects.create(organisation=world.union, name="Helper")
        [self.dunya] = members(world.leeds, 1)
        ballot = start_ballot(world, script=script)
        texter(world.chidi, ballot.campaign).text_everybody()
        ballot.dispatch()

    def says(self, meaning: Meaning, tag: Tag | None = None) -> None:
        answer = Answer.objects.create(question=self.question, label=meaning, meaning=meaning, tag=tag)
        record_answer(
            actor=self.world.chidi.actor,
            conversation=Conversation.objects.get(),
            answer=answer,
            address="1 Mill Lane",
        )


@pytest.fixture
def call(world: World) -> Call:
    return Call(world)


def test_no_paper_after_all_cancels_the_request_and_says_why(call: Call) -> None:
    call.says(Meaning.NEEDS_PAPER)
    call.says(Meaning.VOTED)
    assert Request.objects.get().state == Request.State.CANCELLED
    assert AuditEntry.objects.get(verb="request.cancelled").details["because"] == "answer_corrected"
    call.says(Meaning.NEEDS_PAPER)
    assert sorted(Request.objects.values_list("state", flat=True)) == ["cancelled", "open"]


def test_a_paper_that_was_sent_stays_sent(call: Call) -> None:
    call.says(Meaning.NEEDS_PAPER)
    close_requests(viewer=call.world.amina, requests=list(Request.objects.all()), state=Request.State.SENT)
    call.says(Meaning.VOTED)
    assert Request.objects.get().state == Request.State.SENT


def test_a_corrected_answer_takes_its_tag_back(call: Call) -> None:
    call.says(Meaning.WANTS_TO_HELP, tag=call.helpers)
    assert Tagging.objects.filter(person=call.dunya, tag=call.helpers).exists()
    call.says(Meaning.NOT_YET)
    assert not Tagging.objects.filter(person=call.dunya).exists()


def test_a_tag_they_had_before_stays(call: Call) -> None:
    Tagging.objects.create(person=call.dunya, tag=call.helpers, tagged_by=call.world.chidi.membership)
    call.says(Meaning.WANTS_TO_HELP, tag=call.helpers)
    call.says(Meaning.NOT_YET)
    assert Tagging.objects.filter(person=call.dunya, tag=call.helpers).exists()
