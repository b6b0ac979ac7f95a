from collections.abc import Mapping

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.outreach.credentials import check_address, seal_credentials
from groundswell.outreach.models import ProviderConnection


def connect_provider(
    *,
    actor: Actor,
    gateway: str,
    label: str,
    settings: Mapping[str, str],
    credentials: Mapping[str, str],
    address: str = "",
    parts_per_second: int = 10,
) -> ProviderConnection:
    """Keeps an account with a provider; its credentials are sealed and never shown again."""
    check_address(address)
    with transaction.atomic():
        connection = ProviderConnection.objects.create(
            organisation_id=actor.organisation_id,
            gateway=gateway,
            label=label,
            settings=dict(settings),
            credentials=seal_credentials(credentials),
            address=address,
            parts_per_second=parts_per_second,
        )
        record(actor, "outreach.provider_connected", connection, gateway=gateway)
    return connection
