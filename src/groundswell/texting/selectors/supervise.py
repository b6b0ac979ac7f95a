"""What a leader looks at while the branch texts: who holds what, and who needs somebody."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from groundswell.orgs.models import RoleGrant
from groundswell.texting.audience import audience_of
from groundswell.texting.models import Assignment, Campaign, Conversation, Recipient, Text, Turn


@dataclass(frozen=True)
class TexterLine:
    assignment: Assignment
    held: int
    waiting: int

    @property
    def name(self) -> str:
        return str(self.assignment.membership)


def texter_lines(campaign: Campaign, groups: Collection[int]) -> list[TexterLine]:
    """Those who text for these branches, whose replies wait longest first; three statements."""
    in_groups = RoleGrant.objects.filter(membership=OuterRef("membership"), group_id__in=groups)
    assignments = (
        Assignment.objects.filter(Exists(in_groups), campaign=campaign)
        .select_related("membership__user")
        .order_by("-last_gesture_at", "-id")[:500]
    )
    held = _counts(Turn.objects.filter(round__campaign=campaign, state=Turn.State.HELD))
    waiting = _counts(Conversation.objects.filter(campaign=campaign, waiting_since__isnull=False))
    lines = [TexterLine(one, held.get(one.id, 0), waiting.get(one.id, 0)) for one in assignments]
    return sorted(lines, key=lambda line: -line.waiting)


def _counts(rows: QuerySet[Turn] | QuerySet[Conversation]) -> dict[int, int]:
    counted = rows.exclude(holder=None).order_by().values_list("holder").annotate(n=Count("id"))
    return dict(counted)


FILTERS: dict[str, Q] = {
    "": Q(first_text_at__isnull=False),
    "waiting": Q(waiting_since__isnull=False, closed_at=None),
    "escalated": Q(escalated_at__isnull=False, closed_at=None),
    "replied": Q(last_in_at__isnull=False),
    "closed": Q(closed_at__isnull=False),
    "failed": Q(Exists(Text.objects.filter(conversation=OuterRef("pk"), state=Text.State.FAILED))),
    "unknown": Q(Exists(Text.objects.filter(conversation=OuterRef("pk"), state=Text.State.UNKNOWN))),
}


def conversations_in(
    campaign: Campaign, groups: Collection[int], which: str, *, after: int = 0
) -> QuerySet[Conversation]:
    """Newest first by id, so that a page costs the same however many there are."""
    found = Conversation.objects.filter(FILTERS[which], campaign=campaign, group_id__in=groups)
    if after:
        found = found.filter(id__lt=after)
    return found.select_related("person", "group", "holder__membership__user").order_by("-id")


def needing_somebody(campaign: Campaign, groups: Collection[int]) -> QuerySet[Conversation]:
    """Escalated or unanswered, the longest waiting first."""
    return (
        Conversation.objects.filter(
            campaign=campaign, group_id__in=groups, waiting_since__isnull=False, closed_at=None
        )
        .select_related("person", "group", "holder__membership__user")
        .annotate(words=Subquery(_last_words()))
        .order_by("waiting_since")
    )


def _last_words() -> QuerySet[Text, str]:
    """What they wrote last, so that a leader sees who cannot wait."""
    said = Text.objects.filter(conversation=OuterRef("pk"), kind=Text.Kind.INBOUND)
    return said.order_by("-id").values_list("body", flat=True)[:1]


def count_newcomers(campaign: Campaign) -> int:
    """People who fit the audience by now and were not there at the start."""
    known = Recipient.objects.filter(campaign=campaign, person=OuterRef("pk"))
    return audience_of(campaign).filter(~Exists(known)).count()
