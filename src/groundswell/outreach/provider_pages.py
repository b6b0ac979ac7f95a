"""What the pages about providers show."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from groundswell.orgs.viewer import Viewer
from groundswell.outreach.connections import hooks_address
from groundswell.outreach.models import ProviderConnection, Sender, WebhookReceipt


@dataclass(frozen=True)
class ProviderPage:
    connection: ProviderConnection
    senders: list[Sender]
    unprocessed: int

    @property
    def numbers(self) -> list[Sender]:
        return [sender for sender in self.senders if not sender.retired_at]

    @property
    def retired(self) -> list[Sender]:
        return [sender for sender in self.senders if sender.retired_at]

    @property
    def inbound_address(self) -> str:
        return f"{hooks_address(self.connection)}/inbound"


def connections_of(viewer: Viewer) -> QuerySet[ProviderConnection]:
    """Those in use first, each with how many numbers it has."""
    in_use = Count("senders", filter=Q(senders__retired_at=None))
    connections = ProviderConnection.objects.filter(organisation_id=viewer.organisation_id)
    return connections.annotate(numbers=in_use).order_by("disconnected_at", "label", "id")[:100]


def provider_page(connection: ProviderConnection) -> ProviderPage:
    given_up = WebhookReceipt.objects.filter(connection=connection, processed_at=None, due_at=None)
    return ProviderPage(connection, list(connection.senders.order_by("id")[:500]), given_up.count())
