"""For every route with something in its address: an object of Leeds to put there, one file a context.

`SAMPLES` maps a route's name to a Sample. `lives_in` says in which group the object is, which decides
who may find it: "leeds" (its leader may), "national" (only whoever has the right for all of the union),
"private" (one volunteer who is none of those who try) or "nowhere" (it belongs to nobody).
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from tests.world import World


@dataclass(frozen=True)
class Sample:
    make: Callable[[World], dict[str, Any]]
    lives_in: Literal["leeds", "national", "nowhere", "private"] = "leeds"


def all_samples() -> dict[str, Sample]:
    samples: dict[str, Sample] = {}
    for file in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        samples |= import_module(f"{__name__}.{file.stem}").SAMPLES
    return samples
