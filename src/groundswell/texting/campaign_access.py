"""From a URL to a campaign, and which of its branches a viewer may see there."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Campaign

OWNED_WITH = {Right.RUN_CAMPAIGNS}


def campaigns_for(viewer: Viewer, right: Right) -> QuerySet[Campaign]:
    """To run a campaign one must hold its group; to see or supervise one's part of it, a group in it."""
    groups = viewer.groups_with(right) if viewer.agreed else frozenset()
    if right not in OWNED_WITH:
        groups = groups | _above(groups)
    return Campaign.objects.filter(organisation_id=viewer.organisation_id, group_id__in=groups)


def get_campaign_for(viewer: Viewer, public_id: UUID, right: Right) -> Campaign:
    """Raises Http404 for a campaign that is none of the viewer's business."""
    campaigns = campaigns_for(viewer, right).select_related("group", "organisation", "script")
    try:
        return campaigns.get(public_id=public_id)
    except Campaign.DoesNotExist:
        raise Http404 from None


def branches_of(viewer: Viewer, campaign: Campaign, right: Right) -> QuerySet[Group]:
    """The campaign's branches in which the viewer has this right."""
    return Group.objects.at_or_below(campaign.group).filter(id__in=viewer.groups_with(right))


def _above(group_ids: frozenset[int]) -> frozenset[int]:
    paths = Group.objects.filter(id__in=group_ids).values_list("path", flat=True)
    return frozenset(int(part) for path in paths for part in path.strip("/").split("/"))
