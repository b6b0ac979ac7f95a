from dataclasses import dataclass

from groundswell.kernel.facts import Fact


@dataclass(frozen=True, kw_only=True)
class OrganisationCreated(Fact):
    root_group_id: int


@dataclass(frozen=True, kw_only=True)
class MemberSuspended(Fact):
    membership_id: int


@dataclass(frozen=True, kw_only=True)
class MembershipEnded(Fact):
    membership_id: int


@dataclass(frozen=True, kw_only=True)
class RoleRevoked(Fact):
    membership_id: int


@dataclass(frozen=True, kw_only=True)
class GroupMoved(Fact):
    group_id: int
