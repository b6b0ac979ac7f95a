"""What needs doing today: each context registers one kind of line in its `today.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from groundswell.kernel.registry import Registry


@dataclass(frozen=True)
class TodayLine:
    """One thing to do: how many, in words ("replies wait"), and where. Small `order` comes first."""

    count: int
    text: str | Promise
    url: str
    order: int = 50


Contribution = Callable[[Any], Iterable[TodayLine]]
"""Takes the viewer, gives the lines that concern them; few and quick queries."""

today_lines: Registry[Contribution] = Registry("today line")


def lines_for(viewer: Any) -> list[TodayLine]:
    lines = [line for contribution in today_lines for line in contribution(viewer) if line.count]
    return sorted(lines, key=lambda line: line.order)
