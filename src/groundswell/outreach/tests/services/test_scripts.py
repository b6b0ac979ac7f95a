import pytest
from django.utils.translation import override

from groundswell.kernel.errors import BadInput
from groundswell.outreach.merge import validate
from groundswell.outreach.models import Answer, Meaning, Question, Script
from groundswell.outreach.script_templates import BALLOT
from groundswell.outreach.services.change_script import (
    AnswerInUse,
    add_answer,
    add_question,
    change_answer,
    remove_answer,
    remove_question,
)
from groundswell.outreach.services.create_script import create_script
from groundswell.outreach.services.store_answer import store_answer
from groundswell.outreach.tests.scripts import ballot_script
from groundswell.segments.tests.people import someone
from tests.world import World


def test_the_ballot_script_comes_with_answers_replies_and_following_questions(world: World) -> None:
    script = create_script(viewer=world.amina, group=world.national, template=BALLOT)
    voted = Answer.objects.get(question__script=script, meaning=Meaning.VOTED)
    assert voted.suggested_reply
    assert voted.next_questions.get().answers.filter(meaning=Meaning.WANTS_TO_HELP).exists()
    assert script.version


def test_every_word_of_the_ballot_script_has_valid_fields(world: World) -> None:
    with override("en"):
        script = create_script(viewer=world.amina, group=world.national, template=BALLOT)
    replies = Answer.objects.filter(question__script=script).values_list("suggested_reply", flat=True)
    for words in [str(BALLOT.message), *replies]:
        assert validate(words) == []


def test_the_version_changes_with_the_words_and_only_with_them(world: World) -> None:
    ballot = ballot_script(world.national)
    actor, answer = world.amina.actor, ballot.voted

    def say(reply: str) -> str:
        change_answer(
            actor=actor, answer=answer, label="Voted", meaning=Meaning.VOTED, suggested_reply=reply, tag=None
        )
        return Script.objects.get().version

    first = say("Thank you!")
    assert say("Thank you!") == first
    assert say("Thanks!") != first
    assert say("Thank you!") == first


def test_a_reply_with_a_broken_field_is_refused_in_words(world: World) -> None:
    ballot = ballot_script(world.national)
    with pytest.raises(BadInput) as refused:
        change_answer(
            actor=world.amina.actor,
            answer=ballot.voted,
            label="Voted",
            meaning="",
            suggested_reply="Hi {nmae}",
            tag=None,
        )
    assert "{nmae}" in str(refused.value.message)


def test_an_answer_somebody_gave_is_not_removed_with_or_without_its_question(world: World) -> None:
    ballot = ballot_script(world.national)
    follow_up = add_question(
        actor=world.amina.actor, script=ballot.script, text="Will you help?", after=ballot.voted
    )
    yes = add_answer(actor=world.amina.actor, question=follow_up, label="Yes")
    store_answer(actor=world.chidi.actor, person=someone(world.leeds, "Dunya"), answer=yes, campaign_id=None)
    with pytest.raises(AnswerInUse):
        remove_answer(actor=world.amina.actor, answer=ballot.voted)
    with pytest.raises(AnswerInUse):
        remove_question(actor=world.amina.actor, question=ballot.question)
    assert Question.objects.count() == 2


def test_an_unused_question_goes_with_what_follows_it(world: World) -> None:
    ballot = ballot_script(world.national)
    add_question(actor=world.amina.actor, script=ballot.script, text="Will you help?", after=ballot.voted)
    remove_question(actor=world.amina.actor, question=ballot.question)
    assert not Question.objects.exists()
