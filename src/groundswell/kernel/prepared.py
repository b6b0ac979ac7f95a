"""Queries built once and asked often: Django composes the SQL a single time, for the few hottest paths.

Composing a query of ten joins costs more than asking it. The queryset stays the one source of truth.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, QuerySet


class Slot(Expression):
    """A place in the query for a value that comes with the question."""

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [self]


class Prepared:
    """`build` returns a `values_list` queryset with slots in it; `names` call its columns."""

    def __init__(self, build: Callable[[], QuerySet[Any, Any]], names: tuple[str, ...]) -> None:
        compiler = build().query.get_compiler(connection.alias)
        self._compiler = compiler
        self._sql, self._parameters = compiler.as_sql()
        self._converters = compiler.get_converters([column[0] for column in compiler.select])
        self._names = names

    def ask(self, **values: Any) -> list[dict[str, Any]]:
        """Values must be as the database wants them (see `connection.ops.adapt_...`)."""
        given = [values[each.name] if isinstance(each, Slot) else each for each in self._parameters]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, given)
            rows = cursor.fetchall()
        converted = self._compiler.apply_converters(rows, self._converters)
        return [dict(zip(self._names, row, strict=True)) for row in converted]
