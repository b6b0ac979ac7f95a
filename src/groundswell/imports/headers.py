from collections import Counter
from collections.abc import Iterator
from itertools import chain

from django.utils.translation import gettext as _

from groundswell.imports.registry import Sheet as Reading
from groundswell.imports.registry import column_kinds
from groundswell.kernel.spreadsheets import Row, Sheet

LONGEST = 80


def name_columns(sheet: Sheet, country: str) -> tuple[list[str], Iterator[Row]]:
    """A name of its own for every column; a first row that already holds a person stays a row."""
    if _holds_a_person(sheet.header, country):
        names = [_("Column %(number)s") % {"number": number + 1} for number in range(len(sheet.header))]
        return names, chain([Row(1, sheet.header)], _after(sheet.rows, 1))
    return _distinct(sheet.header), sheet.rows


def _holds_a_person(cells: list[str], country: str) -> bool:
    telling = [column_kinds.get("mobile"), column_kinds.get("email")]
    return any(kind.looks_like(cell, Reading(country)) for cell in cells for kind in telling)


def _after(rows: Iterator[Row], number: int) -> Iterator[Row]:
    """Keeps the numbers apart when lines before the first row were empty."""
    return (Row(max(row.number, number + place), row.cells) for place, row in enumerate(rows, start=1))


def _distinct(header: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(header, start=1):
        name = " ".join(cell.replace("\0", "").split())[:LONGEST]
        name = name or _("Column %(number)s") % {"number": place}
        seen[name.casefold()] += 1
        count = seen[name.casefold()]
        names.append(name if count == 1 else f"{name} ({count})")
    return names
