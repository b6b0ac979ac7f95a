from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from groundswell.kernel.spreadsheets.limits import Limits, SheetRefused


@dataclass(frozen=True)
class Row:
    """A row that holds something. `number` is the one the person sees in the spreadsheet, from 1."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Sheet:
    """The first row that holds something, and the rows below it as wide as that, read once."""

    header: list[str]
    rows: Iterator[Row]


def sheet_of(numbered: Iterator[tuple[int, list[str]]], limits: Limits) -> Sheet:
    filled = _filled(numbered, limits)
    first = next(filled, None)
    if first is None:
        raise SheetRefused(_("There is nothing in it."))
    header = _trimmed(first.cells)
    return Sheet(header, (Row(row.number, _fit(row.cells, len(header))) for row in filled))


def _filled(numbered: Iterator[tuple[int, list[str]]], limits: Limits) -> Iterator[Row]:
    for number, cells in numbered:
        clean = [cell.strip() for cell in cells]
        limits.check_row(number, clean)
        if any(clean):
            yield Row(number, clean)


def _trimmed(cells: list[str]) -> list[str]:
    """Without the empty cells at the end that spreadsheets like to add."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _fit(cells: list[str], width: int) -> list[str]:
    return cells[:width] + [""] * (width - len(cells))
