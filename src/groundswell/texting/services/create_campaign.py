from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.consent.channels import Purpose
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Campaign, Round


@transaction.atomic
def create_campaign(*, viewer: Viewer, group: Group, name: str, purpose: Purpose) -> Campaign:
    """A draft with an empty first message, to be left and taken up again."""
    viewer.require(Right.RUN_CAMPAIGNS, group.id)
    campaign = Campaign.objects.create(
        organisation_id=viewer.organisation_id,
        group=group,
        name=name.strip(),
        purpose=purpose,
        made_by=viewer.membership,
    )
    Round.objects.create(campaign=campaign, number=1, message="")
    record(viewer.actor, "campaign.created", campaign)
    return campaign
