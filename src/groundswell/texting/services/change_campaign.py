from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.errors import DomainError
from groundswell.segments.algebra import compile_filter
from groundswell.texting.models import Campaign

ALWAYS = frozenset(
    {
        "name",
        "script",
        "goal",
        "threshold_percent",
        "closes_at",
        "papers_until",
        "batch_size",
        "seconds_between",
    }
)
ONLY_IN_DRAFT = frozenset({"group", "purpose", "audience"})


class AudienceIsFrozen(DomainError):
    message = _(
        "This campaign has started: whom it reaches and why can no longer change. "
        "Use “add newcomers”, or make a new campaign."
    )


@transaction.atomic
def change_campaign(*, actor: Actor, campaign: Campaign, **changes: Any) -> Campaign:
    """Changes a draft, or what may still change while people are texting."""
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    changed = {name for name, value in changes.items() if getattr(locked, name) != value}
    unknown = changed - ALWAYS - ONLY_IN_DRAFT
    if unknown:
        raise TypeError(f"A campaign has no {', '.join(sorted(unknown))} to change")
    if changed & ONLY_IN_DRAFT and locked.state != Campaign.State.DRAFT:
        raise AudienceIsFrozen
    if "audience" in changed:
        compile_filter(changes["audience"], organisation=locked.organisation)
    for name in changed:
        setattr(campaign, name, changes[name])
    if changed:
        campaign.save(update_fields=sorted(changed))
        record(actor, "campaign.changed", campaign, fields=sorted(changed))
    return campaign
