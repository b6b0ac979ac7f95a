from collections.abc import Sequence
from dataclasses import dataclass

from groundswell.ui.charts.bar import Bar, bar


@dataclass(frozen=True)
class BarRow:
    """One bar of a chart: `shown` is the figure printed behind it."""

    label: str
    value: float
    shown: str
    of: float | None = None


@dataclass(frozen=True)
class DrawnRow:
    label: str
    shown: str
    bar: Bar


def draw_bars(rows: Sequence[BarRow], *, threshold: float | None = None) -> list[DrawnRow]:
    """Each row against its own whole, or against the longest of them."""
    longest = max((row.value for row in rows), default=0)
    return [
        DrawnRow(row.label, row.shown, bar(row.value, row.of or longest, threshold=threshold)) for row in rows
    ]
