"""Column kinds: what a column of a spreadsheet may be. Add one with a file in a `column_kinds` room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.kernel.registry import Registry

Values = dict[str, Any]
PLACEHOLDERS = frozenset(
    {"-", "--", "n/a", "na", "none", "null", "nvt", "n.v.t.", "geen", "onbekend", "unknown", "?"}
)

NAME = frozenset({"given_name", "family_name", "name_prefix"})  # half a name would be another name
LONGEST_PLACEHOLDER = max(map(len, PLACEHOLDERS))


@dataclass(frozen=True)
class Sheet:
    """What reading a cell depends on: the organisation's country, and the header of the column."""

    country: str
    header: str = ""


class ColumnKind:
    """One kind of column: how it is recognised, and what a cell of it says of a person.

    `words` are headers in plain letters (casefolded, no accents). `several`: more than one column may be it.
    `decides`: when such a cell cannot be read, the row could be taken for somebody else, so it is not loaded.
    `spoils`: what the row says elsewhere and is not believed when such a cell cannot be read.
    """

    key: str
    label: str | Promise
    words: frozenset[str] = frozenset()
    several = False
    decides = False
    spoils: frozenset[str] = frozenset()

    def looks_like(self, cell: str, sheet: Sheet) -> bool:
        """Whether a cell without a telling header may be of this kind."""
        return False

    def read(self, cell: str, sheet: Sheet) -> Values:
        """What one cell that is not empty says; raises CellProblem."""
        raise NotImplementedError


class TextKind(ColumnKind):
    """A kind whose cell is kept as it stands, up to `longest` characters."""

    field: str
    longest: int

    def read(self, cell: str, sheet: Sheet) -> Values:
        if len(cell) > self.longest:
            raise CellProblem(Reason.TOO_LONG)
        return {self.field: cell}


column_kinds: Registry[ColumnKind] = Registry("column kind")


def column_kind(kind: Callable[[], ColumnKind]) -> Callable[[], ColumnKind]:
    """Registers the decorated class."""
    made = kind()
    column_kinds.register(made.key, made)
    return kind


def is_empty(cell: str) -> bool:
    """Cells people fill with a dash or "n/a" say nothing."""
    return not cell or (len(cell) <= LONGEST_PLACEHOLDER and cell.casefold() in PLACEHOLDERS)


def share_like(kind: ColumnKind, cells: Sequence[str], sheet: Sheet) -> float:
    """The part of the filled cells that look like this kind."""
    filled = [cell for cell in cells if not is_empty(cell)]
    return sum(kind.looks_like(cell, sheet) for cell in filled) / len(filled) if filled else 0.0
