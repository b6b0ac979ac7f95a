from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.texting.models import Campaign, Turn
from groundswell.texting.services.give_back import CAMPAIGN_OVER, give_back_all, unasked_texts
from groundswell.texting.services.release_turns import release


def close_campaign(*, actor: Actor, campaign: Campaign) -> bool:
    """No first messages any more, not even those that wait to be sent; what people write is still answered.

    Whoever was not texted is not counted as texted.
    """
    if not _close(actor, campaign):
        return False
    give_back_all(unasked_texts(campaign), because=CAMPAIGN_OVER)
    with transaction.atomic():
        release(Turn.objects.filter(round__campaign=campaign, state=Turn.State.HELD))
    return True


@transaction.atomic
def _close(actor: Actor, campaign: Campaign) -> bool:
    live = Campaign.objects.filter(pk=campaign.pk, state__in=[Campaign.State.RUNNING, Campaign.State.PAUSED])
    if not live.update(state=Campaign.State.CLOSED, closed_at=now()):
        return False
    campaign.refresh_from_db(fields=["state", "closed_at"])
    campaign.rounds.filter(opened_at__isnull=False, closed_at=None).update(closed_at=now())
    record(actor, "campaign.closed", campaign)
    return True
