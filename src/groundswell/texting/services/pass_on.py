"""Ways in which a conversation leaves a volunteer's hands: to a leader, or to a colleague."""

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.texting.models import Assignment, Conversation, Turn


@transaction.atomic
def escalate(*, actor: Actor, conversation: Conversation) -> None:
    """A leader of the branch answers this one."""
    _let_go(conversation, to_leader=True)
    record(actor, "conversation.escalated", conversation)


@transaction.atomic
def take_off_screen(*, actor: Actor, conversation: Conversation, assignment: Assignment) -> None:
    """After abuse: gone from this volunteer for good, and a leader looks at it."""
    _let_go(conversation, to_leader=True, not_for=assignment)
    record(actor, "conversation.taken_off_screen", conversation)


@transaction.atomic
def give_away(*, actor: Actor, conversation: Conversation, assignment: Assignment) -> None:
    """ "I know this person": somebody else of the branch texts them."""
    _let_go(conversation, to_leader=False, not_for=assignment)
    record(actor, "conversation.given_away", conversation)


def _let_go(conversation: Conversation, *, to_leader: bool, not_for: Assignment | None = None) -> None:
    now = clock.now()
    Turn.objects.filter(conversation=conversation, state=Turn.State.HELD).update(
        state=Turn.State.WAITING, holder=None, held_until=None
    )
    mine = Conversation.objects.filter(pk=conversation.pk)
    mine.update(holder=None)
    if not_for is not None:
        mine.update(not_for=not_for)
    if to_leader:
        mine.update(escalated_at=now, waiting_since=Coalesce("waiting_since", Value(now)))
