from dataclasses import dataclass

from groundswell.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PersonAdded(Fact):
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonChanged(Fact):
    """A name, branch, number or other detail is different now."""

    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonDeleted(Fact):
    """In the bin, not erased; whoever has work open for them should put it down."""

    person_id: int
