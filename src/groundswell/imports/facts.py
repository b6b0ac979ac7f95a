from dataclasses import dataclass

from groundswell.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class ImportApplied(Fact):
    """People came or changed; who they are is told by the changeset."""

    run_id: int
    changeset_id: int


@dataclass(frozen=True, kw_only=True)
class ImportUndone(Fact):
    run_id: int
    changeset_id: int
