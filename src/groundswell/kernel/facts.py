"""Facts go up: a context announces what happened, whoever is above it may react.

`announce` inserts one job per registered reaction in the caller's transaction (nothing when nobody
listens). Reactions are idempotent, since a job may run twice. Facts carry ids, never personal data.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

F = TypeVar("F", bound="Fact")


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened, named in the past tense."""

    organisation_id: int


_reactions: dict[type[Fact], list[Callable[[Any], None]]] = defaultdict(list)


def reacts_to(fact_type: type[F]) -> Callable[[Callable[[F], None]], Callable[[F], None]]:
    """Registers a function (in a context's reactions.py) to run in a job for each such fact."""

    def register(reaction: Callable[[F], None]) -> Callable[[F], None]:
        _reactions[fact_type].append(reaction)
        return reaction

    return register


def announce(fact: Fact) -> None:
    """Call inside the transaction that made it true."""
    from groundswell.kernel.jobs import enqueue

    for reaction in _reactions[type(fact)]:
        enqueue(
            "kernel.react",
            {"reaction": _name(reaction), "fact": asdict(fact)},
            organisation_id=fact.organisation_id,
        )


def find_reaction(name: str) -> tuple[type[Fact], Callable[[Any], None]]:
    for fact_type, reactions in _reactions.items():
        for reaction in reactions:
            if _name(reaction) == name:
                return fact_type, reaction
    raise LookupError(name)


def _name(reaction: Callable[[Any], None]) -> str:
    return f"{reaction.__module__}.{reaction.__qualname__}"
