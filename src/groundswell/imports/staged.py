"""Rows of a run as the steps work on them: opened, with their keys."""

import json
from dataclasses import dataclass

from django.db.models import QuerySet

from groundswell.imports.matching import RowKeys
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.registry import Values

CHUNK = 1000  # rows written in one transaction, so that no other write waits long
KEYS = ("external_id", "phone_key", "email_key", "name_key")


@dataclass(frozen=True, slots=True)
class Staged:
    id: int
    keys: RowKeys
    values: Values
    position: int
    is_partial: bool = False


def rows_to_decide(run: ImportRun) -> list[Staged]:
    """The next chunk of readable rows after the cursor, in the order they are decided."""
    rows = run.rows.filter(position__gt=run.cursor).order_by("position")[:CHUNK]
    return [
        Staged(row_id, _keys(number, keys), json.loads(values.open()), position, bool(left_out))
        for row_id, number, values, position, left_out, *keys in rows.values_list(
            "id", "number", "values", "position", "left_out", *KEYS
        )
    ]


def earlier_rows(run: ImportRun, before: int) -> QuerySet[ImportRow]:
    """Rows decided before a position that later rows must know of."""
    return run.rows.filter(position__lt=before).only("number", "person_id", "same_as", "reason", *KEYS)


def keys_of(row: ImportRow) -> RowKeys:
    return _keys(row.number, [getattr(row, name) for name in KEYS])


def _keys(number: int, keys: list[str | None]) -> RowKeys:
    external_id, phone, email, name = keys
    return RowKeys(number, external_id, phone, email, name or "")
