"""What to put in a route's address when everybody tries it: objects of Leeds, one file a context.

`PARAMETERS` says so for every route with a parameter of that name; `SAMPLES`, by the route's name, for
those that need something else. `lives_in` says in which group the object is, which decides who may find
it: "leeds" (its leader may), "national" (only whoever has the right for all of the union), "private" (one
volunteer who is none of those who try) or "nowhere" (it belongs to nobody).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from tests.architecture.routes import Route
from tests.world import World

Place = Literal["nowhere", "leeds", "national", "private"]
FROM_OPEN_TO_CLOSED: tuple[Place, ...] = ("nowhere", "leeds", "national", "private")


@dataclass(frozen=True)
class Sample:
    """The keyword arguments of an address, or for a parameter its one value."""

    make: Callable[[World], Any]
    lives_in: Place = "leeds"


def _gather(name: str) -> dict[str, Sample]:
    found: dict[str, Sample] = {}
    for file in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        found |= getattr(import_module(f"{__name__}.{file.stem}"), name, {})
    return found


def sample_of(route: Route) -> Sample | None:
    """None when nobody said what belongs into the route's address."""
    samples, parameters = _gather("SAMPLES"), _gather("PARAMETERS")
    if route.name in samples:
        return samples[route.name]
    names = re.findall(r"<(?:\w+:)?(\w+)>", route.pattern)
    if not set(names) <= parameters.keys():
        return None
    used = {name: parameters[name] for name in names}
    places = [sample.lives_in for sample in used.values()]
    return Sample(
        lambda world: {name: sample.make(world) for name, sample in used.items()},
        max(places, key=FROM_OPEN_TO_CLOSED.index, default="nowhere"),
    )
