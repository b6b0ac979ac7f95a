from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.texting.models import Campaign


@transaction.atomic
def close_campaign(*, actor: Actor, campaign: Campaign) -> bool:
    """No first messages any more; what people still write comes to the shared inbox."""
    live = Campaign.objects.filter(pk=campaign.pk, state__in=[Campaign.State.RUNNING, Campaign.State.PAUSED])
    if not live.update(state=Campaign.State.CLOSED, closed_at=now()):
        return False
    campaign.refresh_from_db(fields=["state", "closed_at"])
    campaign.rounds.filter(opened_at__isnull=False, closed_at=None).update(closed_at=now())
    record(actor, "campaign.closed", campaign)
    return True
