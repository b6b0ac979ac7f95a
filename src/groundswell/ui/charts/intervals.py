from collections.abc import Sequence
from dataclasses import dataclass

from groundswell.ui.charts.bar import length


@dataclass(frozen=True)
class IntervalRow:
    """An estimate in percent with the range it may well lie in."""

    label: str
    low: float
    middle: float
    high: float


@dataclass(frozen=True)
class DrawnInterval:
    row: IntervalRow
    start: str
    width: str
    middle: str


def draw_intervals(rows: Sequence[IntervalRow]) -> list[DrawnInterval]:
    """On one scale from nought to a little beyond the highest."""
    top = min(100.0, max((row.high for row in rows), default=100.0) * 1.1) or 100.0
    return [
        DrawnInterval(
            row=row,
            start=length(100 * row.low / top),
            width=length(100 * (row.high - row.low) / top),
            middle=length(100 * row.middle / top),
        )
        for row in rows
    ]
