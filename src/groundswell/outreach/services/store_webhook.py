from hashlib import sha256

from django.core.exceptions import PermissionDenied

from groundswell.gateways.sms.contract import Notice, WebhookRequest
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.outreach.connections import open_connection
from groundswell.outreach.models import ProviderConnection, WebhookReceipt

UNREAD = "unread"


class ForgedWebhook(PermissionDenied):
    """The signature is missing or wrong."""


def store_webhook(connection: ProviderConnection, request: WebhookRequest) -> int:
    """Keeps what a provider said, each event once, before anything is made of it; how many events it held.

    When it returns they are committed. Raises ForgedWebhook, and the database's own errors when nothing
    could be stored.
    """
    gateway = open_connection(connection)
    if not gateway.verify(request):
        raise ForgedWebhook
    try:
        receipts = [_waiting(connection, notice) for notice in gateway.split(request)]
    except ValueError:
        receipts = [_unreadable(connection, request)]
    WebhookReceipt.objects.bulk_create(receipts, ignore_conflicts=True)
    return len(receipts)


def _waiting(connection: ProviderConnection, notice: Notice) -> WebhookReceipt:
    at = clock.now()
    return WebhookReceipt(
        connection=connection,
        event_key=notice.key[:120],
        kind=notice.kind,
        payload=Sealed.of("webhook", notice.payload),
        received_at=at,
        due_at=at,
    )


def _unreadable(connection: ProviderConnection, request: WebhookRequest) -> WebhookReceipt:
    """Genuine but not understood: kept for a person, never thrown away."""
    return WebhookReceipt(
        connection=connection,
        event_key=f"{UNREAD}:{sha256(request.body).hexdigest()}",
        kind=UNREAD,
        payload=Sealed.of("webhook", request.body.decode("utf-8", "backslashreplace")),
        received_at=clock.now(),
        problem=UNREAD,
    )
