"""Conversations that wait for an answer, and one conversation as the volunteer sees it."""

from typing import Any

from django.db.models import OuterRef, Subquery

from groundswell.audit.services.note_read import note_read
from groundswell.outreach.merge import render
from groundswell.outreach.models import Answer, AnswerGiven, Question
from groundswell.texting.access import Device
from groundswell.texting.merge_values import merge_values
from groundswell.texting.models import Conversation, Text
from groundswell.texting.tokens import GestureToken

MOST_REPLIES = 50
MOST_TEXTS = 100
EXCERPT = 120


def waiting_replies(device: Device) -> list[dict[str, Any]]:
    """Whoever waits longest comes first."""
    newest = Text.objects.filter(conversation=OuterRef("pk"), kind=Text.Kind.INBOUND).order_by("-id")
    waiting = (
        Conversation.objects.filter(holder=device.assignment, waiting_since__isnull=False)
        .select_related("person", "group")
        .annotate(words=Subquery(newest.values("body")[:1]))
        .order_by("waiting_since", "id")[:MOST_REPLIES]
    )
    return [_line(conversation) for conversation in waiting]


def _line(conversation: Conversation) -> dict[str, Any]:
    words: str = getattr(conversation, "words", None) or ""
    return {
        "conversation": str(conversation.public_id),
        "name": name_of(conversation),
        "branch": conversation.group.name if conversation.group else "",
        "excerpt": words[:EXCERPT],
        "waiting_since": conversation.waiting_since,
        "closed_because": conversation.closed_because,
    }


def name_of(conversation: Conversation) -> str:
    return conversation.person.given_name if conversation.person else ""


def thread(device: Device, conversation: Conversation) -> dict[str, Any]:
    """What was said, what may be answered, and a token that buys one reply."""
    note_read(device, "texting.thread", [conversation.person_id] if conversation.person_id else [])
    texts = list(conversation.texts.order_by("-id")[:MOST_TEXTS])[::-1]
    token = GestureToken.issue(kind="reply", subject_id=conversation.id, assignment_id=device.assignment.id)
    return {
        "conversation": str(conversation.public_id),
        "name": name_of(conversation),
        "branch": conversation.group.name if conversation.group else "",
        "household": _household(conversation),
        "texts": [_text(text) for text in texts],
        "questions": _questions(device, conversation),
        "address": _postal_address(conversation),
        "token": token.write(),
        "key": str(token.key),
        "waiting_since": conversation.waiting_since,
        "closed_because": conversation.closed_because,
        "closed_words": conversation.get_closed_because_display() if conversation.closed_because else "",
    }


def _postal_address(conversation: Conversation) -> str:
    """To be read out and confirmed before a paper is ordered; empty when we have none."""
    person = conversation.person
    return person.address.open() if person and person.address else ""


def _household(conversation: Conversation) -> list[str]:
    """First names of the others who share this number."""
    others = conversation.recipients.exclude(person=conversation.person)
    return list(others.order_by("id").values_list("person__given_name", flat=True)[:5])


def _text(text: Text) -> dict[str, Any]:
    return {
        "id": str(text.public_id),
        "from_them": text.kind == Text.Kind.INBOUND,
        "body": text.body,
        "at": text.made_at,
        "state": text.state,
        "state_words": text.get_state_display(),
    }


def _questions(device: Device, conversation: Conversation) -> list[dict[str, Any]]:
    """The whole script, small as it is: `after` names the answer that opens a question."""
    script_id = device.campaign.script_id
    if script_id is None or conversation.person_id is None:
        return []
    given = dict(
        AnswerGiven.objects.filter(
            person_id=conversation.person_id, question__script_id=script_id, superseded_at=None
        ).values_list("question_id", "answer__public_id")
    )
    values = merge_values(device, conversation.person, conversation.group)
    questions = (
        Question.objects.filter(script_id=script_id).select_related("after").prefetch_related("answers")
    )
    return [
        {
            "id": str(question.public_id),
            "text": question.text,
            "after": str(question.after.public_id) if question.after else None,
            "given": str(given[question.id]) if question.id in given else None,
            "answers": [_answer(answer, values) for answer in question.answers.all()],
        }
        for question in questions
    ]


def _answer(answer: Answer, values: dict[str, str]) -> dict[str, Any]:
    return {
        "id": str(answer.public_id),
        "label": answer.label,
        "meaning": answer.meaning,
        "suggested_reply": render(answer.suggested_reply, values),
    }
