from datetime import time
from decimal import Decimal
from typing import TypedDict, Unpack

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.orgs.models import Organisation
from groundswell.outreach.models import OutreachSettings


class Rules(TypedDict, total=False):
    texts_from: time
    texts_until: time
    fatigue_contacts: int
    fatigue_days: int
    price_per_part: Decimal
    currency: str


def change_rules(*, actor: Actor, organisation: Organisation, **rules: Unpack[Rules]) -> OutreachSettings:
    """Hours, fatigue and price for the whole organisation; counts from the next question to the gate."""
    with transaction.atomic():
        former = OutreachSettings.of(organisation)
        changed = sorted(name for name, value in rules.items() if getattr(former, name) != value)
        settings, _made = OutreachSettings.objects.update_or_create(
            organisation=organisation, defaults={**rules}
        )
        record(actor, "outreach.rules_changed", settings, fields=changed)
    return settings
