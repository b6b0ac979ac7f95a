from dataclasses import dataclass

from groundswell.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ChangesetUndone(Fact):
    changeset_id: int
