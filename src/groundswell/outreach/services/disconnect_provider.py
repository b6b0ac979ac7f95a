from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection


def disconnect_provider(*, actor: Actor, connection: ProviderConnection) -> None:
    """Nothing is sent through it any more. What still comes in is kept: a late STOP must count."""
    connection.disconnected_at = clock.now()
    with transaction.atomic():
        connection.save(update_fields=["disconnected_at"])
        record(actor, "outreach.provider_disconnected", connection)


def reconnect_provider(*, actor: Actor, connection: ProviderConnection) -> None:
    connection.disconnected_at = None
    with transaction.atomic():
        connection.save(update_fields=["disconnected_at"])
        record(actor, "outreach.provider_reconnected", connection)
