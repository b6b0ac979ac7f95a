from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection, WebhookReceipt
from groundswell.outreach.services.store_webhook import UNREAD


def retry_receipts(*, connection: ProviderConnection) -> int:
    """Tries again what was given up, from the beginning; how many that are."""
    given_up = WebhookReceipt.objects.filter(connection=connection, processed_at=None, due_at=None)
    return given_up.exclude(kind=UNREAD).update(due_at=clock.now(), attempts=0)
