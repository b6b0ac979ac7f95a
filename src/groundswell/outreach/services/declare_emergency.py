from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.kernel.errors import BadInput
from groundswell.orgs.models import Organisation
from groundswell.outreach.models import OutreachSettings

LONGEST = timedelta(hours=72)


class EmergencyUnclear(BadInput):
    message = _("An emergency needs a reason and lasts three days at most.")


def declare_emergency(*, actor: Actor, organisation: Organisation, lasting: timedelta, reason: str) -> None:
    """For a while nobody is too tired to be contacted; every other rule stays. Raises EmergencyUnclear."""
    if not reason.strip() or not timedelta() < lasting <= LONGEST:
        raise EmergencyUnclear
    with transaction.atomic():
        settings, _made = OutreachSettings.objects.update_or_create(
            organisation=organisation,
            defaults={"emergency_until": clock.now() + lasting, "emergency_reason": reason.strip()[:300]},
        )
        record(actor, "outreach.emergency_declared", settings, hours=lasting.total_seconds() / 3600)
