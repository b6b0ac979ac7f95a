from dataclasses import dataclass

from groundswell.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class PersonOptedOut(Fact):
    """Nobody at this address may be contacted on these channels any more; true already when announced."""

    match_key: str
    channels: list[str]


@dataclass(frozen=True, kw_only=True)
class OptOutLifted(Fact):
    match_key: str
    channels: list[str]


@dataclass(frozen=True, kw_only=True)
class ConsentChanged(Fact):
    """The ledger has a new line about one person."""

    person_id: int
    channel: str
