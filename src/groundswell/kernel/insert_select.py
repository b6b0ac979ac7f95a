"""INSERT ... SELECT from a queryset: the way to write thousands of rows without reading them."""

import time
from typing import Any

from django.db import connection, models
from django.db.models.expressions import Func, Value


def insert_select(
    model: type[models.Model],
    source: models.QuerySet[Any],
    columns: dict[str, Any],
    *,
    skip_existing: bool = True,
) -> int:
    """Inserts one row of `model` per row of `source`; returns how many.

    `columns` says, per column of the target, which expression over `source` fills it. Rows that would break a
    unique constraint are left out, so that running it again adds only what is new.
    """
    names = {f"into_{column}": _expression(value) for column, value in columns.items()}
    select, parameters = source.annotate(**names).values_list(*names).query.sql_with_params()
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    conflict = "ON CONFLICT DO NOTHING" if skip_existing else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({quoted}) SELECT * FROM ({select}) AS source WHERE true {conflict}",  # noqa: S608
            parameters,
        )
        return int(cursor.rowcount)


def _expression(value: Any) -> Any:
    return value if hasattr(value, "resolve_expression") else Value(value)


class FreshPublicId(Func):
    """A UUIDv7 made by the database, a new one in each row (RFC 9562)."""

    output_field = models.UUIDField()

    def __init__(self) -> None:
        super().__init__()

    def as_postgresql(self, *_: Any, **__: Any) -> tuple[str, list[Any]]:
        return "overlay(gen_random_uuid()::text placing %s from 1 for 15)::uuid", [_time_prefix("-")]

    def as_sqlite(self, *_: Any, **__: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        half = "substr(lower(hex(randomblob(8))), 1, %s)"
        return f"%s || {half} || '8' || {half}", [_time_prefix(""), 3, 15]


def _time_prefix(dash: str) -> str:
    digits = f"{time.time_ns() // 1_000_000:012x}"
    return f"{digits[:8]}{dash}{digits[8:]}{dash}7"
