from datetime import timedelta
from uuid import UUID

from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.consent.channels import Purpose
from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import OutreachSettings
from groundswell.texting.bodies import clean_body
from groundswell.texting.errors import ConversationClosed, MayNotContact
from groundswell.texting.models import Conversation, Text
from groundswell.texting.verdicts import judge, judge_strangers

REPLY_FIRST = 10
TEXT_LIFE = timedelta(hours=24)


@transaction.atomic
def answer_stranger(*, viewer: Viewer, conversation: Conversation, key: UUID, body: str) -> Text:
    """Queues our answer to somebody no campaign knows; the same gesture `key` never sends twice.

    Raises MayNotContact after their stop or while a hold waits, and ConversationClosed.
    """
    require_inbox(viewer)
    conversation = _locked(viewer, conversation)
    if sent := Text.objects.filter(gesture_key=key, conversation=conversation).first():
        return sent
    if conversation.closed_at:
        raise ConversationClosed
    words = clean_body(body)
    _ask_the_gate(conversation)
    text = _queue(viewer, conversation, key, words)
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=None)
    record(viewer.actor, "conversation.answered", conversation)
    return text


def require_inbox(viewer: Viewer) -> None:
    """Strangers belong to whoever runs campaigns for the whole organisation."""
    if not may_open_inbox(viewer):
        raise NotAllowed


def may_open_inbox(viewer: Viewer) -> bool:
    root = viewer.organisation.groups.get(parent=None)
    return viewer.may(Right.RUN_CAMPAIGNS, root.id)


def _locked(viewer: Viewer, conversation: Conversation) -> Conversation:
    if conversation.organisation_id != viewer.organisation_id or conversation.campaign_id is not None:
        raise NotAllowed
    rows = Conversation.objects.select_for_update(of=("self",))
    return rows.select_related("person", "organisation", "sender").get(pk=conversation.pk)


def _ask_the_gate(conversation: Conversation) -> None:
    settings = OutreachSettings.of(conversation.organisation)
    if person := conversation.person:
        zones = {person.id: person.time_zone}
        reason = judge(settings, zones, purpose=Purpose.MEMBERSHIP, is_reply=True).get(person.id, "left")
    else:
        reason = judge_strangers(settings, {conversation.match_key})[conversation.match_key]
    if reason:
        raise MayNotContact(reason=reason)


def _queue(viewer: Viewer, conversation: Conversation, key: UUID, body: str) -> Text:
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
        author=viewer.membership,
        sender=sender,
        connection_id=sender.connection_id if sender else None,
        priority=REPLY_FIRST,
        made_at=now,
        due_at=now,
        not_after=now + TEXT_LIFE,
    )
