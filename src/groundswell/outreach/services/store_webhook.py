from hashlib import sha256

from django.core.exceptions import PermissionDenied

from groundswell.gateways.sms.contract import Notice, WebhookRequest
from groundswell.kernel import clock
from groundswell.outreach.connections import open_connection
from groundswell.outreach.models import ProviderConnection
from groundswell.outreach.receipts import NewReceipt, insert_receipts

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
        receipts = [_waiting(notice) for notice in gateway.split(request)]
    except ValueError:
        receipts = [_unreadable(request)]
    insert_receipts(connection.id, receipts)
    return len(receipts)


def _waiting(notice: Notice) -> NewReceipt:
    at = clock.now()
    return NewReceipt(notice.key[:120], notice.kind, notice.payload, received_at=at, due_at=at)


def _unreadable(request: WebhookRequest) -> NewReceipt:
    """Genuine but not understood: kept for a person, never thrown away."""
    return NewReceipt(
        event_key=f"{UNREAD}:{sha256(request.body).hexdigest()}",
        kind=UNREAD,
        payload=request.body.decode("utf-8", "backslashreplace"),
        received_at=clock.now(),
        due_at=None,
        problem=UNREAD,
    )
