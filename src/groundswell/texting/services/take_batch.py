from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from groundswell.kernel import clock
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.errors import SignedOut
from groundswell.texting.models import Assignment, Conversation, Turn
from groundswell.texting.services.release_turns import release_expired
from groundswell.texting.zones import first_opening, open_zones

MOST_REPLIES = 10


@dataclass(frozen=True)
class Batch:
    """What was handed out, or why nothing was: full, waits (for the morning), with_others, all_texted."""

    turns: list[int] = field(default_factory=list)
    replies: int = 0
    none_because: str = ""
    waits_until: datetime | None = None


@transaction.atomic
def take_batch(*, viewer: Viewer, assignment: Assignment) -> Batch:
    """Fills a volunteer's hand with people of their own groups, in zones where it is not night.

    Raises SignedOut for somebody without a role for it, or before they accepted the newest agreement.
    """
    campaign, groups = assignment.campaign, viewer.groups_with(Right.TEXT)
    if not groups or not viewer.agreed:
        raise SignedOut
    _lock(assignment)
    replies = _take_replies(assignment, groups)
    turns = _hand_out(assignment, groups)
    if not turns and release_expired(campaign=campaign):
        turns = _hand_out(assignment, groups)
    if not turns:
        return replace(_explain(assignment, groups), replies=replies)
    Conversation.objects.filter(turns__in=turns).update(holder=assignment)
    return Batch(turns=turns, replies=replies)


def _lock(assignment: Assignment) -> None:
    """Two requests of one volunteer come one after the other, so that the limit holds."""
    held_until = clock.now() + timedelta(hours=assignment.campaign.batch_hours)
    Assignment.objects.filter(pk=assignment.pk).update(expires_at=held_until, finished_at=None)


def _take_replies(assignment: Assignment, groups: frozenset[int]) -> int:
    """Replies first: some of the branch's that nobody has in hand, the longest waiting before others."""
    free = Conversation.objects.filter(
        campaign=assignment.campaign_id, group_id__in=groups, waiting_since__isnull=False, holder=None
    ).filter(Q(not_for=None) | ~Q(not_for=assignment), escalated_at=None, closed_at=None)
    if connection.features.has_select_for_update_skip_locked:
        free = free.select_for_update(skip_locked=True, of=("self",))
    chosen = list(free.order_by("waiting_since").values_list("id", flat=True)[:MOST_REPLIES])
    free_still = Conversation.objects.filter(id__in=chosen, holder=None)
    return free_still.update(holder=assignment) if chosen else 0


def _hand_out(assignment: Assignment, groups: frozenset[int]) -> list[int]:
    """One statement: chooses, limits and marks. Nobody waits for a row somebody else is taking."""
    zones = open_zones(assignment.campaign.organisation)
    if not groups or not zones:
        return []
    campaign, limit = assignment.campaign, assignment.campaign.batch_size
    until = connection.ops.adapt_datetimefield_value(clock.now() + timedelta(hours=campaign.batch_hours))
    skip_taken = "FOR UPDATE OF turn SKIP LOCKED" if connection.vendor == "postgresql" else ""
    sql = HAND_OUT.format(groups=_marks(groups), zones=_marks(zones), skip_taken=skip_taken)
    chosen: list[Any] = [campaign.pk, *groups, *zones, assignment.pk, limit, limit, assignment.pk]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*chosen, assignment.pk, until])
        return sorted(row[0] for row in cursor.fetchall())


HAND_OUT = """
    WITH chosen AS MATERIALIZED (
        SELECT turn.id
        FROM texting_turn turn
        JOIN texting_round round ON round.id = turn.round_id
        JOIN texting_conversation conversation ON conversation.id = turn.conversation_id
        WHERE round.campaign_id = %s AND round.opened_at IS NOT NULL AND round.closed_at IS NULL
          AND turn.state = 'waiting' AND turn.group_id IN ({groups}) AND turn.time_zone IN ({zones})
          AND (conversation.not_for_id IS NULL OR conversation.not_for_id <> %s)
        ORDER BY turn.round_id, turn.group_id, turn.id
        LIMIT (
            SELECT CASE WHEN count(*) < %s THEN %s - count(*) ELSE 0 END
            FROM texting_turn mine WHERE mine.holder_id = %s AND mine.state = 'held'
        )
        {skip_taken}
    )
    UPDATE texting_turn SET state = 'held', holder_id = %s, held_until = %s
    WHERE id IN (SELECT id FROM chosen)
    RETURNING id
"""


def _marks(values: frozenset[int] | list[str]) -> str:
    return ", ".join(["%s"] * len(values))


def _explain(assignment: Assignment, groups: frozenset[int]) -> Batch:
    """Never "none left" while somebody still waits to be texted."""
    left = Turn.objects.filter(round__campaign_id=assignment.campaign_id, group_id__in=groups)
    if left.filter(state=Turn.State.HELD, holder=assignment).exists():
        return Batch(none_because="full")
    waiting = left.filter(state=Turn.State.WAITING, round__closed_at=None).exclude(
        conversation__not_for=assignment
    )
    if zone_list := _zones(waiting):
        opening = first_opening(assignment.campaign.organisation, zone_list)
        return Batch(none_because="waits", waits_until=opening)
    if left.filter(state=Turn.State.HELD).exists():
        return Batch(none_because="with_others")
    return Batch(none_because="all_texted")


def _zones(waiting: QuerySet[Turn]) -> list[str]:
    return list(waiting.order_by().values_list("time_zone", flat=True).distinct())
