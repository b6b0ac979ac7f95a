from datetime import timedelta

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.consent.models import Suppression
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.consent.services.take_back_stop import GRACE, take_back_stop
from groundswell.kernel import clock
from groundswell.texting.models import Conversation, Text
from groundswell.texting.services.drop_address import drop_address, open_address
from groundswell.texting.services.queue_answer import queue_answer

TAKEN_BACK = "taken_back"


@transaction.atomic
def stop_person(*, actor: Actor, conversation: Conversation) -> timedelta:
    """A volunteer read a stop: no more texts or calls to this number, from now on, by anyone.

    The confirmation waits as long as a slip of the finger can be taken back; returns how long that is.
    """
    stop_contact(
        actor=actor,
        organisation_id=conversation.organisation_id,
        match_key=conversation.match_key,
        source=Suppression.Source.VOLUNTEER,
        evidence=_their_words(conversation),
        person=conversation.person,
    )
    drop_address(
        organisation_id=conversation.organisation_id,
        match_key=conversation.match_key,
        because=Conversation.ClosedBecause.OPTED_OUT,
    )
    if conversation.sender is not None:
        queue_answer(
            conversation=conversation,
            provider=conversation.sender.connection,
            sender=conversation.sender,
            answer="stopped",
            after=GRACE,
        )
    return GRACE


@transaction.atomic
def undo_stop(*, actor: Actor, conversation: Conversation) -> None:
    """Takes one's own mistaken stop back within a minute; raises TooLateToTakeBack after it."""
    take_back_stop(
        actor=actor, organisation_id=conversation.organisation_id, match_key=conversation.match_key
    )
    open_address(organisation_id=conversation.organisation_id, match_key=conversation.match_key)
    Text.objects.filter(conversation=conversation, kind=Text.Kind.SYSTEM, state=Text.State.QUEUED).update(
        state=Text.State.DROPPED, reason=TAKEN_BACK, settled_at=clock.now()
    )
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=clock.now())


def _their_words(conversation: Conversation) -> str:
    said = conversation.texts.filter(kind=Text.Kind.INBOUND).order_by("-id").first()
    return said.body if said else ""
