from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.texting.models import Conversation


@transaction.atomic
def leave_unanswered(*, actor: Actor, conversation: Conversation) -> None:
    """A "thanks!" needs no answer: it waits for nobody any more, and stays in the same hands."""
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=None)
    record(actor, "conversation.left_unanswered", conversation)
