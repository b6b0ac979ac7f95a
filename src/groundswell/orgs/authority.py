"""How far a member's own authority reaches over groups and other members."""

from groundswell.orgs.errors import GrantsTooMuch
from groundswell.orgs.models import Group, Membership, Role, RoleGrant
from groundswell.orgs.rights import ROLE_RIGHTS, Right
from groundswell.orgs.viewer import Viewer


def grantable_roles(viewer: Viewer, group: Group) -> list[Role]:
    """The roles this viewer may give in this group: those that do no more than the viewer's own."""
    if not viewer.may(Right.INVITE, group.id):
        return []
    own = viewer.rights_in(group.id)
    return [role for role in Role if ROLE_RIGHTS[role] <= own]


def require_grantable(viewer: Viewer, group: Group, role: str) -> None:
    if role not in grantable_roles(viewer, group):
        raise GrantsTooMuch


def has_authority_over(viewer: Viewer, membership: Membership) -> bool:
    """Only whoever could have given all of a member's roles may suspend that member or end the membership."""
    grants = RoleGrant.objects.filter(membership=membership).select_related("group")
    return all(grant.role in grantable_roles(viewer, grant.group) for grant in grants)


def require_authority_over(viewer: Viewer, membership: Membership) -> None:
    if not has_authority_over(viewer, membership):
        raise GrantsTooMuch
