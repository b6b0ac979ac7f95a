"""Who stays when an import is undone. Contexts above register theirs in an `undo_guards.py`."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from groundswell.imports.models import ImportRun
from groundswell.kernel.registry import Registry


@dataclass(frozen=True)
class UndoGuard:
    """`stays` gives those of the people who must not go; `why` says so, as in "was texted since"."""

    key: str
    why: str | Promise
    stays: Callable[[ImportRun, Collection[int]], Iterable[int]]


undo_guards: Registry[UndoGuard] = Registry("undo guard")


def undo_guard(key: str, why: str | Promise) -> Callable[..., UndoGuard]:
    """Registers the decorated function: (run, person ids) to the ids of those who stay."""
    return lambda stays: undo_guards.register(key, UndoGuard(key, why, stays))


def who_stays(run: ImportRun, person_ids: Collection[int]) -> dict[int, str]:
    """The first reason to stay for each person that has one."""
    kept: dict[int, str] = {}
    for guard in undo_guards:
        for person_id in guard.stays(run, person_ids):
            kept.setdefault(person_id, guard.key)
    return kept
