from dataclasses import dataclass, field
from functools import cached_property

from groundswell.audit.actor import Actor
from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.models import Group, Membership, Organisation
from groundswell.orgs.rights import ROLE_RIGHTS, Right, rights_of


@dataclass(frozen=True)
class Viewer:
    """A membership with what it may do where; the first argument of every access function."""

    membership: Membership
    organisation: Organisation
    roles_by_group: dict[int, frozenset[str]]
    agreed: bool
    _memo: dict[Right, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def organisation_id(self) -> int:
        return self.organisation.id

    @property
    def membership_id(self) -> int:
        return self.membership.id

    @cached_property
    def actor(self) -> Actor:
        return Actor(
            organisation_id=self.organisation_id,
            kind="member",
            membership_id=self.membership.id,
            user_id=self.membership.user_id,
        )

    @cached_property
    def roles(self) -> frozenset[str]:
        """Every role held somewhere."""
        return frozenset().union(*self.roles_by_group.values())

    @property
    def group_ids(self) -> frozenset[int]:
        """Every group in which the viewer holds some role, those below included."""
        return frozenset(self.roles_by_group)

    def groups_with(self, right: Right) -> frozenset[int]:
        """The groups in which the viewer may do this; the scope of every query."""
        if right not in self._memo:
            self._memo[right] = frozenset(
                group_id
                for group_id, roles in self.roles_by_group.items()
                if any(right in ROLE_RIGHTS[role] for role in roles)
            )
        return self._memo[right]

    def rights_in(self, group_id: int) -> frozenset[Right]:
        return rights_of(self.roles_by_group.get(group_id, frozenset()))

    def may(self, right: Right, group_id: int | None = None) -> bool:
        groups = self.groups_with(right)
        return bool(groups) if group_id is None else group_id in groups

    def require(self, right: Right, group_id: int | None = None) -> None:
        """Raises NotAllowed, for pages whose existence is no secret."""
        if not self.may(right, group_id):
            raise NotAllowed


def viewer_for(membership: Membership) -> Viewer:
    """Loads the roles of a membership, spread over the tree below each grant."""
    return Viewer(
        membership=membership,
        organisation=membership.organisation,
        roles_by_group=roles_by_group(membership),
        agreed=_has_agreed(membership),
    )


def roles_by_group(membership: Membership) -> dict[int, frozenset[str]]:
    """Each grant spread over the tree below it; nothing for a membership that is over."""
    grants = list(membership.grants.values_list("role", "group__path")) if membership.is_active else []
    if not grants:
        return {}
    tree = Group.objects.filter(organisation_id=membership.organisation_id).values_list("id", "path")
    roles = {
        group_id: frozenset(role for role, top in grants if path.startswith(top)) for group_id, path in tree
    }
    return {group_id: held for group_id, held in roles.items() if held}


def _has_agreed(membership: Membership) -> bool:
    """Whether the newest version is accepted; read with the membership where it was asked for there."""
    if hasattr(membership, "has_agreed"):
        return bool(membership.has_agreed)
    return bool(Membership.objects.with_agreement().get(pk=membership.pk).has_agreed)  # type: ignore[attr-defined]
