"""How many of some people may really be contacted: answered by the contexts that know it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from groundswell.kernel.registry import Registry
from groundswell.orgs.models import Organisation
from groundswell.people.models import Person


@dataclass(frozen=True)
class Reach:
    """`left_out` says why the others may not, in words, with how many."""

    people: int
    allowed: int
    words: str
    left_out: list[tuple[str, int]]


ReachCounter = Callable[[QuerySet[Person], Organisation, str], Reach]
"""Takes people, their organisation and a purpose ("" for the usual one); one GROUP BY."""

reach_counters: Registry[ReachCounter] = Registry("reach counter")
