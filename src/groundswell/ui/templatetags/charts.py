"""Charts as inclusion tags; each is labelled directly and has a table beside it."""

from collections.abc import Sequence
from typing import Any

from django import template

from groundswell.ui.charts.bar import bar as draw_bar
from groundswell.ui.charts.bars import BarRow, draw_bars
from groundswell.ui.charts.intervals import IntervalRow, draw_intervals
from groundswell.ui.charts.line import Point, draw_line

register = template.Library()


@register.inclusion_tag("ui/charts/bar.html")
def bar(
    value: float,
    of: float,
    *,
    threshold: float | None = None,
    goal: float | None = None,
    label: str = "",
    tone: str = "",
) -> dict[str, Any]:
    return {"bar": draw_bar(value, of, threshold=threshold, goal=goal), "label": label, "tone": tone}


@register.inclusion_tag("ui/charts/bars.html")
def bars_chart(rows: Sequence[BarRow], *, caption: str, threshold: float | None = None) -> dict[str, Any]:
    return {"rows": draw_bars(rows, threshold=threshold), "caption": caption, "threshold": threshold}


@register.inclusion_tag("ui/charts/intervals.html")
def intervals_chart(rows: Sequence[IntervalRow], *, caption: str) -> dict[str, Any]:
    return {"rows": draw_intervals(rows), "caption": caption}


@register.inclusion_tag("ui/charts/line.html")
def line_chart(
    points: Sequence[Point], *, caption: str, threshold: float | None = None, threshold_label: str = ""
) -> dict[str, Any]:
    line = draw_line([point.value for point in points], threshold=threshold)
    return {"points": points, "line": line, "caption": caption, "threshold_label": threshold_label}


@register.inclusion_tag("ui/charts/spark.html")
def spark(values: Sequence[float], *, label: str) -> dict[str, Any]:
    return {"line": draw_line(values), "label": label}
