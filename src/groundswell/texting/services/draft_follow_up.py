from django.db import transaction
from django.db.models import Max

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.texting.access import require_running
from groundswell.texting.models import Campaign, Round


@transaction.atomic
def draft_follow_up(*, actor: Actor, campaign: Campaign, message: str) -> Round:
    """The words for those who have not answered; one draft at a time, opened by open_round."""
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    require_running(campaign)
    draft = campaign.rounds.filter(opened_at=None).first()
    if draft is None:
        newest = campaign.rounds.aggregate(number=Max("number"))["number"] or 0
        draft = Round(campaign=campaign, number=newest + 1)
    draft.message = message
    draft.save()
    record(actor, "round.message_written", draft, campaign=campaign.id)
    return draft
