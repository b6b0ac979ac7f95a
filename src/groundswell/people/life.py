"""Everything that happened with a person, merged while reading.

Each context yields its newest rows before a moment, through its own index; nothing is copied.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.utils.functional import Promise

from groundswell.kernel.registry import Registry
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person

PAGE = 50


@dataclass(frozen=True)
class Happening:
    """One row of the timeline: when, in words, who did it, and a Heroicon."""

    at: datetime
    words: str | Promise
    detail: str = ""
    who: str = ""
    icon: str = "clock"


@dataclass(frozen=True)
class Life:
    """A page of it; `older` is where the next page begins."""

    rows: list[Happening]
    older: datetime | None = None


Source = Callable[[Viewer, Person, datetime | None, int], Iterable[Happening]]
"""Takes viewer, person, before (None: now) and how many at most; yields newest first."""

timeline_sources: Registry[Source] = Registry("timeline source")


def life_of(viewer: Viewer, person: Person, before: datetime | None = None) -> Life:
    rows = [row for source in timeline_sources for row in source(viewer, person, before, PAGE + 1)]
    rows.sort(key=attrgetter("at"), reverse=True)
    if len(rows) <= PAGE:
        return Life(rows)
    last = rows[PAGE - 1].at
    shown = [row for row in rows if row.at >= last]  # what happened at one moment stays on one page
    return Life(shown, older=last if len(shown) < len(rows) else None)
