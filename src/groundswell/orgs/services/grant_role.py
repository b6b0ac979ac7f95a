from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.models import Group, Membership, RoleGrant
from groundswell.orgs.viewer import Viewer


def grant_role(*, viewer: Viewer, membership: Membership, group: Group, role: str) -> RoleGrant:
    """Gives a member one more role in a group; raises GrantsTooMuch."""
    require_grantable(viewer, group, role)
    with transaction.atomic():
        grant, is_new = RoleGrant.objects.get_or_create(
            membership=membership, group=group, role=role, defaults={"granted_by": viewer.membership}
        )
        if is_new:
            record(viewer.actor, "orgs.role_granted", membership, group=group.id, role=str(role))
    return grant
