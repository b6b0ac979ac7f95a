"""From the cells of a row to what they say of a person."""

from collections.abc import Sequence

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kinds, is_empty
from groundswell.kernel.csv_out import plain_cell

Columns = list[tuple[int, ColumnKind, Sheet]]


def columns_of(kinds: Sequence[str], headers: Sequence[str], country: str) -> Columns:
    """The columns that are loaded, with their place in the row."""
    return [
        (place, column_kinds.get(key), Sheet(country, header))
        for place, (key, header) in enumerate(zip(kinds, headers, strict=True))
        if key != "ignore"
    ]


def read_row(cells: Sequence[str], columns: Columns) -> Values:
    """What the row says; an empty cell says nothing. Raises CellProblem."""
    values: Values = {}
    for place, kind, sheet in columns:
        cell = plain_cell(cells[place]).strip() if place < len(cells) else ""
        if not is_empty(cell):
            _merge(values, kind.read(cell, sheet))
    _join_prefix(values)
    if not values.keys() & {"external_id", "phone", "email"}:
        raise CellProblem(Reason.NOTHING)
    return values


def _merge(values: Values, more: Values) -> None:
    """Later columns add tags and own fields; of other things the first column counts."""
    for key, value in more.items():
        if key == "tags":
            values["tags"] = sorted({*values.get("tags", []), *value})
        elif key == "custom":
            values["custom"] = {**value, **values.get("custom", {})}
        else:
            values.setdefault(key, value)


def _join_prefix(values: Values) -> None:
    prefix = values.pop("name_prefix", "")
    if prefix and "family_name" in values:
        values["family_name"] = f"{prefix} {values['family_name']}"[:80]
