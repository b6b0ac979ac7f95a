from collections.abc import Mapping

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.outreach.connections import forget_connection
from groundswell.outreach.credentials import check_address, read_credentials, seal_credentials
from groundswell.outreach.models import ProviderConnection


def change_provider(
    *,
    actor: Actor,
    connection: ProviderConnection,
    label: str,
    settings: Mapping[str, str],
    credentials: Mapping[str, str],
    address: str,
    parts_per_second: int,
) -> None:
    """Changes an account; a secret that was left empty stays what it is."""
    check_address(address)
    typed = {name: value for name, value in credentials.items() if value}
    connection.label, connection.settings = label, dict(settings)
    connection.address, connection.parts_per_second = address, parts_per_second
    connection.problem = ""
    if typed:
        connection.credentials = seal_credentials(read_credentials(connection) | typed)
        connection.connected_at = clock.now()
    with transaction.atomic():
        connection.save()
        record(actor, "outreach.provider_changed", connection, secrets=sorted(typed))
    forget_connection(connection)
