"""What providers told us, read in order by the worker and handed to whoever registered.

A batch is one transaction. When it fails its receipts are tried one by one, so that one that cannot be
processed holds up nobody; it is tried again later and later, and then waits for a person.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import groupby
from typing import Literal

from django.db import connection, transaction
from django.db.models import QuerySet

from groundswell.gateways.sms.contract import Event, Notice
from groundswell.kernel import clock
from groundswell.kernel.jobs import loop
from groundswell.outreach.connections import open_connection
from groundswell.outreach.models import ProviderConnection, WebhookReceipt

Processor = Callable[[ProviderConnection, list[Event]], None]

logger = logging.getLogger(__name__)
BATCH = 100
MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=5)

_processors: list[Processor] = []


def register_processor(processor: Processor) -> Processor:
    """Calls `processor(connection, events)` inside the transaction that marks them processed."""
    if processor not in _processors:
        _processors.append(processor)
    return processor


@loop("outreach.webhooks", idle_seconds=0.1)
def process_receipts() -> bool:
    """Processes what waits, oldest first; False when nothing did."""
    waiting = WebhookReceipt.objects.filter(due_at__lte=clock.now()).order_by("id")
    if not _processors or not waiting.exists():
        return False
    ids = list(waiting.values_list("id", flat=True)[:BATCH])
    try:
        _process(ids)
    except Exception:
        logger.exception("a batch of webhooks failed: trying them one by one")
        for receipt_id in ids:
            _process_alone(receipt_id)
    return True


def _process(ids: Iterable[int]) -> None:
    with transaction.atomic():
        receipts = list(_claim(ids))
        receipts.sort(key=lambda receipt: (receipt.connection_id, receipt.id))
        for _connection_id, group in groupby(receipts, key=lambda receipt: receipt.connection_id):
            _hand_on(list(group))
        done = WebhookReceipt.objects.filter(id__in=[receipt.id for receipt in receipts])
        done.update(processed_at=clock.now(), due_at=None, payload=None, problem="")


def _process_alone(receipt_id: int) -> None:
    try:
        _process([receipt_id])
    except Exception as error:
        logger.exception("a webhook could not be processed", extra={"receipt": receipt_id})
        _put_off(receipt_id, type(error).__name__)


def _claim(ids: Iterable[int]) -> QuerySet[WebhookReceipt]:
    """Ours until the transaction ends; what another worker holds is left to it."""
    receipts = WebhookReceipt.objects.filter(id__in=ids, due_at__isnull=False).select_related("connection")
    if connection.features.has_select_for_update_skip_locked:
        receipts = receipts.select_for_update(skip_locked=True, of=("self",))
    return receipts.order_by("id")


def _hand_on(receipts: list[WebhookReceipt]) -> None:
    provider = receipts[0].connection
    gateway = open_connection(provider)
    events = [gateway.read(_notice(receipt)) for receipt in receipts]
    for processor in _processors:
        processor(provider, events)


def _notice(receipt: WebhookReceipt) -> Notice:
    kind: Literal["inbound", "status"] = "inbound" if receipt.kind == "inbound" else "status"
    return Notice(key=receipt.event_key, kind=kind, payload=receipt.payload.open())


def _put_off(receipt_id: int, problem: str) -> None:
    receipt = WebhookReceipt.objects.get(id=receipt_id)
    receipt.attempts += 1
    given_up = receipt.attempts >= MOST_ATTEMPTS
    receipt.due_at = None if given_up else clock.now() + FIRST_WAIT * 2 ** (receipt.attempts - 1)
    receipt.problem = problem
    receipt.save(update_fields=["attempts", "due_at", "problem"])
