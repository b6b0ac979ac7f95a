from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.jobs import enqueue
from groundswell.texting.access import require_running
from groundswell.texting.models import Campaign, Recipient


@transaction.atomic
def add_newcomers(*, actor: Actor, campaign: Campaign) -> None:
    """Takes in whoever fits the audience since the start; those left out then are judged again."""
    require_running(campaign)
    Recipient.objects.filter(campaign=campaign, conversation=None).delete()
    record(actor, "campaign.newcomers_added", campaign)
    enqueue(
        "texting.fill_campaign",
        {"campaign_id": campaign.id},
        organisation_id=campaign.organisation_id,
        priority=5,
    )
