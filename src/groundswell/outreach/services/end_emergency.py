from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.orgs.models import Organisation
from groundswell.outreach.models import OutreachSettings


def end_emergency(*, actor: Actor, organisation: Organisation) -> None:
    """The limit counts again; the reason stays on record."""
    with transaction.atomic():
        settings = OutreachSettings.of(organisation)
        if settings.is_emergency(clock.now()):
            settings.emergency_until = clock.now()
            settings.save(update_fields=["emergency_until"])
            record(actor, "outreach.emergency_ended", settings)
