from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    label: str
    value: float
    shown: str


@dataclass(frozen=True)
class Line:
    """Paths in a 100 by 100 box that stretches; `threshold` is a height in it."""

    trend: str
    area: str
    last_height: str
    threshold: str | None


def draw_line(values: Sequence[float], *, threshold: float | None = None) -> Line | None:
    """None for fewer than two points: a line needs two."""
    if len(values) < 2:
        return None
    top = max(*values, threshold or 0) or 1.0
    step = 100 / (len(values) - 1)
    heights = [_height(value, top) for value in values]
    trend = "M" + " L".join(f"{i * step:.2f} {height:.2f}" for i, height in enumerate(heights))
    return Line(
        trend=trend,
        area=f"{trend} L100 100 L0 100 Z",
        last_height=f"{heights[-1]:.2f}%",
        threshold=None if threshold is None else f"{_height(threshold, top):.2f}%",
    )


def _height(value: float, top: float) -> float:
    return 100 - 100 * max(value, 0) / top
