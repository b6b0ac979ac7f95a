from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.errors import DomainError
from groundswell.texting.models import Campaign
from groundswell.texting.services.give_back import unasked_texts


class ClosingDatePassed(DomainError):
    message = _("The closing date has passed, so nobody can text. Choose a later date first, then resume.")


@transaction.atomic
def resume_campaign(*, actor: Actor, campaign: Campaign) -> bool:
    """Volunteers may go on where they were. Texts that waited go out, unless it is too late for them."""
    if campaign.closes_at is not None and campaign.closes_at <= now():
        raise ClosingDatePassed
    paused = Campaign.objects.filter(pk=campaign.pk, state=Campaign.State.PAUSED)
    if not paused.update(state=Campaign.State.RUNNING):
        return False
    campaign.state = Campaign.State.RUNNING
    unasked_texts(campaign).filter(due_at=None).update(due_at=now())
    record(actor, "campaign.resumed", campaign)
    return True
