"""The one insert of the webhook path, in plain SQL: a quarter of what the ORM needs, 400 times a second.

It is committed when it returns; on SQLite, webhooks that come at the same time share a commit.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import connection

from groundswell.kernel.sealed import seal
from groundswell.kernel.shared_commit import commit_together
from groundswell.outreach.models import WebhookReceipt

_COLUMNS = "connection_id, event_key, kind, payload, received_at, due_at, attempts, problem"
_ROW = "(%s, %s, %s, %s, %s, %s, 0, %s)"


@dataclass(frozen=True, slots=True)
class NewReceipt:
    """`due_at` None: not to be processed, but kept for a person; `problem` says why."""

    event_key: str
    kind: str
    payload: str
    received_at: datetime
    due_at: datetime | None
    problem: str = ""


Value = str | int | bytes | datetime | None


def insert_receipts(connection_id: int, receipts: list[NewReceipt]) -> None:
    """Each event once: what is there already stays as it is."""
    if not receipts:
        return
    table = WebhookReceipt._meta.db_table
    rows = ", ".join([_ROW] * len(receipts))
    values = [value for receipt in receipts for value in _values(connection_id, receipt)]
    sql = f"INSERT INTO {table} ({_COLUMNS}) VALUES {rows} ON CONFLICT DO NOTHING"  # noqa: S608
    commit_together(partial(_execute, sql, values), is_one_statement=True)


def _execute(sql: str, values: list[Value]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def _values(connection_id: int, receipt: NewReceipt) -> list[Value]:
    adapt = connection.ops.adapt_datetimefield_value
    return [
        connection_id,
        receipt.event_key,
        receipt.kind,
        seal("webhook", receipt.payload),
        adapt(receipt.received_at),
        adapt(receipt.due_at) if receipt.due_at else None,
        receipt.problem,
    ]
