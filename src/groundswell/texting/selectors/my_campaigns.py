"""Where a volunteer may text now."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from groundswell.kernel import clock
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Assignment, Campaign


@dataclass(frozen=True)
class Place:
    """A running campaign and what the volunteer has done in it; no assignment before they join."""

    campaign: Campaign
    assignment_id: UUID | None
    suspended: bool
    sent: int
    waiting: int


def my_campaigns(viewer: Viewer) -> list[Place]:
    campaigns = running_campaigns(viewer).order_by("-id")[:50]
    waiting = Count("conversations", filter=Q(conversations__waiting_since__isnull=False))
    mine = {
        assignment.campaign_id: assignment
        for assignment in Assignment.objects.filter(
            membership=viewer.membership, campaign__in=[campaign.id for campaign in campaigns]
        ).annotate(waiting=waiting)
    }
    return [_place(campaign, mine.get(campaign.id)) for campaign in campaigns]


def running_campaigns(viewer: Viewer) -> QuerySet[Campaign]:
    """Running campaigns of the groups in which the viewer may text, and of those above and below."""
    groups = viewer.groups_with(Right.TEXT) if viewer.agreed else frozenset()
    paths = Group.objects.filter(id__in=groups).values_list("path", flat=True)
    above = {int(part) for path in paths for part in path.strip("/").split("/")}
    return Campaign.objects.filter(
        Q(closes_at=None) | Q(closes_at__gt=clock.now()),
        organisation_id=viewer.organisation_id,
        group_id__in=above | groups,
        state=Campaign.State.RUNNING,
    )


def _place(campaign: Campaign, assignment: Assignment | None) -> Place:
    return Place(
        campaign=campaign,
        assignment_id=assignment.public_id if assignment else None,
        suspended=bool(assignment and assignment.suspended_at),
        sent=assignment.sent if assignment else 0,
        waiting=getattr(assignment, "waiting", 0),
    )
