from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.kernel.jobs import enqueue
from groundswell.texting.errors import CampaignNotReady
from groundswell.texting.models import Campaign, Round


@transaction.atomic
def start_campaign(*, actor: Actor, campaign: Campaign) -> None:
    """Freezes the audience and opens the first round; the worker makes it ready within seconds."""
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    first = _check(campaign)
    Round.objects.filter(pk=first.pk).update(opened_at=clock.now())
    Campaign.objects.filter(pk=campaign.pk).update(state=Campaign.State.STARTING, started_at=clock.now())
    record(actor, "campaign.started", campaign, round=first.id)
    enqueue(
        "texting.fill_campaign",
        {"campaign_id": campaign.id},
        organisation_id=campaign.organisation_id,
        priority=5,
    )


def _check(campaign: Campaign) -> Round:
    if campaign.state != Campaign.State.DRAFT:
        raise CampaignNotReady(_("This campaign has already been started."))
    if campaign.closes_at and campaign.closes_at <= clock.now():
        raise CampaignNotReady(_("The closing date has passed. Choose a later one, then start."))
    first = campaign.rounds.filter(number=1).first()
    if first is None or not first.message.strip():
        raise CampaignNotReady(_("The first message is still empty. Write it, then start."))
    return first
