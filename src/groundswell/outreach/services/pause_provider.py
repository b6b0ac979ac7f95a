from datetime import timedelta

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection

UNTIL_SOMEBODY_RESUMES = timedelta(days=3650)


def pause_provider(*, actor: Actor, connection: ProviderConnection) -> None:
    """Texts wait; replies still come in."""
    connection.paused_until = clock.now() + UNTIL_SOMEBODY_RESUMES
    with transaction.atomic():
        connection.save(update_fields=["paused_until"])
        record(actor, "outreach.provider_paused", connection)


def resume_provider(*, actor: Actor, connection: ProviderConnection) -> None:
    """Sends again, also after a pause that a problem at the provider caused."""
    connection.paused_until, connection.problem = None, ""
    with transaction.atomic():
        connection.save(update_fields=["paused_until", "problem"])
        record(actor, "outreach.provider_resumed", connection)
