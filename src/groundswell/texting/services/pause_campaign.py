from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.texting.models import Campaign
from groundswell.texting.services.give_back import unasked_texts


@transaction.atomic
def pause_campaign(*, actor: Actor, campaign: Campaign) -> bool:
    """Nothing more is sent from the next gesture on; pausing twice is pausing once.

    First messages that are queued already wait for `resume_campaign`, those for too long for another tap.
    """
    running = Campaign.objects.filter(pk=campaign.pk, state=Campaign.State.RUNNING)
    if not running.update(state=Campaign.State.PAUSED):
        return False
    campaign.state = Campaign.State.PAUSED
    unasked_texts(campaign).update(due_at=None)
    record(actor, "campaign.paused", campaign)
    return True
