from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.kernel.errors import BadInput
from groundswell.outreach.models import Answer, OutreachSettings
from groundswell.texting.access import Device
from groundswell.texting.bodies import clean_body
from groundswell.texting.errors import ConversationClosed, ConversationNotFound, MayNotContact
from groundswell.texting.models import Conversation, Text
from groundswell.texting.services.record_answer import record_answer
from groundswell.texting.verdicts import judge

REPLY_FIRST = 10
TEXT_LIFE = timedelta(hours=24)


def send_reply(
    *, device: Device, conversation_id: int, key: UUID, body: str, answers: tuple[UUID, ...], address: str
) -> Text | None:
    """One action: records what they answered, with its tag and meaning, and queues our reply.

    Call in a transaction under the assignment's lock. None when there were only answers to record.
    """
    if sent := Text.objects.filter(gesture_key=key, author=device.assignment.membership).first():
        return sent
    conversation = _held(device, conversation_id)
    words = clean_body(body) if body.strip() or not answers else ""
    if words:
        _check(device, conversation)
    for answer in _answers(device, answers):
        record_answer(actor=device.actor, conversation=conversation, answer=answer, address=address)
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=None)
    conversation.refresh_from_db(fields=["closed_at"])
    if not words or conversation.closed_at:
        return None
    return _queue(device, conversation, key, words)


def _held(device: Device, conversation_id: int) -> Conversation:
    conversation = (
        Conversation.objects.select_for_update(of=("self",))
        .select_related("person", "campaign", "sender__connection")
        .filter(pk=conversation_id, holder=device.assignment)
        .first()
    )
    if conversation is None:
        raise ConversationNotFound
    return conversation


def _check(device: Device, conversation: Conversation) -> None:
    """Where they take part, neither fatigue nor a missing basis is in the way; a no always is."""
    if conversation.closed_at:
        raise ConversationClosed
    person = conversation.person
    if person is None:
        raise MayNotContact
    settings = OutreachSettings.of(device.campaign.organisation)
    zones = {person.id: person.time_zone}
    wrote_to_us = conversation.last_in_at is not None
    verdicts = judge(settings, zones, purpose=device.campaign.purpose, is_reply=wrote_to_us)
    verdict = verdicts.get(person.id, "left")
    if verdict:
        raise MayNotContact(reason=verdict)


def _answers(device: Device, ids: tuple[UUID, ...]) -> list[Answer]:
    found = Answer.objects.filter(public_id__in=ids, question__script=device.campaign.script)
    answers = list(found.select_related("question"))
    if len(answers) != len(set(ids)):
        raise BadInput(_("An answer is not in this script any more. Load the conversation again."))
    return answers


def _queue(device: Device, conversation: Conversation, key: UUID, body: str) -> Text:
    now, sender = clock.now(), conversation.sender
    return Text.objects.create(
        organisation_id=conversation.organisation_id,
        conversation=conversation,
        kind=Text.Kind.REPLY,
        state=Text.State.QUEUED,
        body=body,
        parts=measure(body).parts,
        match_key=conversation.match_key,
        gesture_key=key,
        author_id=device.assignment.membership_id,
        sender=sender,
        connection_id=sender.connection_id if sender else None,
        priority=REPLY_FIRST,
        made_at=now,
        due_at=now,
        not_after=now + TEXT_LIFE,
    )
