from django.db import transaction

from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.access import require_running
from groundswell.texting.errors import Suspended
from groundswell.texting.models import Assignment, Campaign
from groundswell.texting.tokens import DeviceToken


@transaction.atomic
def join_campaign(*, viewer: Viewer, campaign: Campaign) -> Assignment:
    """A volunteer's place in a running campaign of their organisation; the same one every time."""
    viewer.require(Right.TEXT)
    if campaign.organisation_id != viewer.organisation_id or not viewer.agreed:
        raise NotAllowed
    require_running(campaign)
    assignment, _ = Assignment.objects.get_or_create(campaign=campaign, membership=viewer.membership)
    return assignment


def open_on_device(*, viewer: Viewer, assignment: Assignment) -> DeviceToken:
    """Starts twelve hours of texting on this device; nothing is stored, so nothing is written."""
    require_running(assignment.campaign)
    if assignment.suspended_at:
        raise Suspended
    return DeviceToken.issue(
        membership_id=viewer.membership.id,
        assignment_id=assignment.id,
        epochs=(viewer.membership.epoch, assignment.epoch),
    )
