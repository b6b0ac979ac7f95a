"""What the worker knows how to do: tasks by name, tasks that come round, and loops that never end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks.base import task as make_task

Work = TypeVar("Work", bound=Callable[..., Any])

_tasks: dict[str, Task[..., Any]] = {}
periodics: dict[str, int] = {}
loops: dict[str, "Loop"] = {}


@dataclass(frozen=True)
class Loop:
    """`step` returns True while there is more to do; after False it rests for `idle_seconds`."""

    name: str
    step: Callable[[], bool]
    idle_seconds: float


def task(name: str) -> Callable[[Work], Work]:
    """Registers a function under a name that stays when the function moves; call it with keywords only."""

    def register(function: Work) -> Work:
        if name in _tasks:
            raise ValueError(f"Two tasks are called {name!r}")
        _tasks[name] = make_task(function)
        return function

    return register


def periodic(name: str, *, seconds: int) -> Callable[[Work], Work]:
    """A task without arguments that comes round again `seconds` after it last finished."""

    def register(function: Work) -> Work:
        periodics[name] = seconds
        return task(name)(function)

    return register


def loop(name: str, *, idle_seconds: float = 0.2) -> Callable[[Callable[[], bool]], Callable[[], bool]]:
    """A step the worker repeats in a thread of its own."""

    def register(step: Callable[[], bool]) -> Callable[[], bool]:
        loops[name] = Loop(name, step, idle_seconds)
        return step

    return register


def find_task(name: str) -> Task[..., Any]:
    """By registered name, or by import path for a task a library declared."""
    found = _tasks.get(name) or import_string(name)
    if not isinstance(found, Task):
        raise LookupError(f"{name!r} is not a task")
    return found


def name_of(wanted: Task[..., Any]) -> str:
    """The registered name of a task, or its import path."""
    for name, known in _tasks.items():
        if known.func is wanted.func:
            return name
    return wanted.module_path
