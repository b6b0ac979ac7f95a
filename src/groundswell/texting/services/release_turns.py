"""Turns and conversations go back to the branch: expired, given up for today, or taken away."""

from django.db import transaction
from django.db.models import QuerySet

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.texting.models import Assignment, Campaign, Conversation, Turn


@transaction.atomic
def release_expired(*, campaign: Campaign) -> int:
    """Untouched turns of batches whose time is over."""
    expired = Turn.objects.filter(
        round__campaign=campaign, state=Turn.State.HELD, held_until__lte=clock.now()
    )
    return release(expired)


@transaction.atomic
def finish_for_today(*, actor: Actor, assignment: Assignment) -> int:
    """Gives back untouched turns and unanswered replies; answered conversations stay with the volunteer."""
    given_back = release(Turn.objects.filter(holder=assignment, state=Turn.State.HELD))
    waiting = Conversation.objects.filter(holder=assignment, waiting_since__isnull=False)
    given_back += waiting.update(holder=None)
    Assignment.objects.filter(pk=assignment.pk).update(finished_at=clock.now())
    record(actor, "assignment.finished", assignment, given_back=given_back)
    return given_back


def release(turns: QuerySet[Turn]) -> int:
    """Call in a transaction. Conversations nobody has written in go back with their turn."""
    ids = list(turns.select_for_update().values_list("id", flat=True))
    Conversation.objects.filter(turns__in=ids, first_text_at=None).update(holder=None)
    return Turn.objects.filter(id__in=ids, state=Turn.State.HELD).update(
        state=Turn.State.WAITING, holder=None, held_until=None, skipped_at=None
    )


def skip_turn(*, assignment: Assignment, turn_id: int) -> None:
    """Not now: the card goes to the end of the hand."""
    mine = Turn.objects.filter(pk=turn_id, holder=assignment, state=Turn.State.HELD)
    mine.update(skipped_at=clock.now())
