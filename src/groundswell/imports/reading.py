"""From the cells of a row to what they say of a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kinds, is_empty
from groundswell.kernel.csv_out import plain_cell

Columns = list[tuple[int, ColumnKind, Sheet]]
RECOGNISED_BY = {"external_id", "phone", "email"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row says, and the cells that say nothing because they cannot be read: (column, reason)."""

    values: Values
    left_out: list[tuple[int, Reason]]


def columns_of(kinds: Sequence[str], headers: Sequence[str], country: str) -> Columns:
    """The columns that are loaded, with their place in the row."""
    return [
        (place, column_kinds.get(key), Sheet(country, header))
        for place, (key, header) in enumerate(zip(kinds, headers, strict=True))
        if key != "ignore"
    ]


def read_row(cells: Sequence[str], columns: Columns) -> Reading:
    """What the row says; an empty cell says nothing, nor does one that cannot be read.

    Raises CellProblem when nothing is left to recognise the person by, or when that would be a guess.
    """
    reading, spoilt = Reading({}, []), set[str]()
    for place, kind, sheet in columns:
        cell = plain_cell(cells[place]).strip() if place < len(cells) else ""
        if not is_empty(cell):
            spoilt |= _read_cell(reading, place, cell, kind, sheet)
    for field in spoilt & reading.values.keys():
        del reading.values[field]
    _join_prefix(reading.values)
    if not reading.values.keys() & RECOGNISED_BY:
        raise CellProblem(_why_nobody(reading))
    return reading


def _read_cell(reading: Reading, place: int, cell: str, kind: ColumnKind, sheet: Sheet) -> frozenset[str]:
    """Adds what a cell says; returns what must not be believed now that it cannot be read."""
    try:
        _merge(reading.values, kind.read(cell, sheet))
    except CellProblem as problem:
        if kind.decides:
            raise
        reading.left_out.append((place, problem.reason))
        return kind.spoils
    return frozenset()


def _why_nobody(reading: Reading) -> Reason:
    """An address that cannot be read says more than that there is none."""
    unread = [reason for _, reason in reading.left_out if reason in {Reason.PHONE, Reason.EMAIL}]
    return unread[0] if unread else Reason.NOTHING


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
