from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.texting.models import Campaign


@transaction.atomic
def pause_campaign(*, actor: Actor, campaign: Campaign) -> bool:
    """Nothing more is sent from the next gesture on; pausing twice is pausing once."""
    running = Campaign.objects.filter(pk=campaign.pk, state=Campaign.State.RUNNING)
    if not running.update(state=Campaign.State.PAUSED):
        return False
    campaign.state = Campaign.State.PAUSED
    record(actor, "campaign.paused", campaign)
    return True
