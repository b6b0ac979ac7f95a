"""Every change of a script: who may, then the change, its new version and the audit, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.errors import BadInput, DomainError
from groundswell.outreach.merge import validate
from groundswell.outreach.models import Answer, AnswerGiven, Question, Script
from groundswell.outreach.services.hash_script import hash_script
from groundswell.people.models import Tag

MAX_QUESTIONS = 30
MAX_ANSWERS = 12


class ScriptTooLong(DomainError):
    message = _("A script can have 30 questions with 12 answers each. Nothing was added.")


class AnswerInUse(DomainError):
    message = _("People have already given this answer, so it stays. You can still change its words.")


def rename_script(*, actor: Actor, script: Script, name: str) -> None:
    with _changing(actor, script, "script.renamed"):
        script.name = name.strip() or script.name
        script.save(update_fields=["name"])


def add_question(*, actor: Actor, script: Script, text: str, after: Answer | None = None) -> Question:
    """At the start, or asked after one particular answer."""
    with _changing(actor, script, "script.question_added"):
        if script.questions.count() >= MAX_QUESTIONS:
            raise ScriptTooLong
        siblings = script.questions.filter(after=after).count()
        return Question.objects.create(script=script, after=after, text=text.strip(), position=siblings)


def change_question(*, actor: Actor, question: Question, text: str) -> None:
    with _changing(actor, question.script, "script.question_changed"):
        question.text = text.strip() or question.text
        question.save(update_fields=["text"])


def remove_question(*, actor: Actor, question: Question) -> None:
    """With its answers and what follows them; refused while any of it has been given by somebody."""
    with _changing(actor, question.script, "script.question_removed"):
        _refuse_if_given(_answers_under(question))
        question.delete()


def add_answer(*, actor: Actor, question: Question, label: str) -> Answer:
    with _changing(actor, question.script, "script.answer_added"):
        count = question.answers.count()
        if count >= MAX_ANSWERS:
            raise ScriptTooLong
        return Answer.objects.create(question=question, label=label.strip(), position=count)


def change_answer(
    *, actor: Actor, answer: Answer, label: str, meaning: str, suggested_reply: str, tag: Tag | None
) -> None:
    if problems := validate(suggested_reply):
        raise BadInput(problems[0])
    with _changing(actor, answer.question.script, "script.answer_changed"):
        answer.label, answer.meaning = label.strip() or answer.label, meaning
        answer.suggested_reply, answer.tag = suggested_reply.strip(), tag
        answer.save(update_fields=["label", "meaning", "suggested_reply", "tag"])


def remove_answer(*, actor: Actor, answer: Answer) -> None:
    with _changing(actor, answer.question.script, "script.answer_removed"):
        _refuse_if_given([answer.id, *(a for q in answer.next_questions.all() for a in _answers_under(q))])
        answer.delete()


@contextmanager
def _changing(actor: Actor, script: Script, verb: str) -> Iterator[None]:
    with transaction.atomic():
        yield
        hash_script(script=script)
        record(actor, verb, script)


def _answers_under(question: Question) -> list[int]:
    """All answers of a question and of the questions that follow it."""
    found: list[int] = []
    for answer in question.answers.all():
        found.append(answer.id)
        for following in answer.next_questions.all():
            found += _answers_under(following)
    return found


def _refuse_if_given(answers: list[int]) -> None:
    given = AnswerGiven.objects.filter(answer=OuterRef("pk"))
    if Answer.objects.filter(Exists(given), id__in=answers).exists():
        raise AnswerInUse
