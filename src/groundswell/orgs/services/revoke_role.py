from django.db import transaction
from django.db.models import F

from groundswell.audit.services.record import record
from groundswell.kernel.facts import announce
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.facts import RoleRevoked
from groundswell.orgs.models import Membership, RoleGrant
from groundswell.orgs.services.require_another_owner import require_another_owner
from groundswell.orgs.viewer import Viewer


def revoke_role(*, viewer: Viewer, grant: RoleGrant) -> None:
    """Takes a role away; every device of the member must ask anew what it may do."""
    require_grantable(viewer, grant.group, grant.role)
    with transaction.atomic():
        require_another_owner(grant.membership, role=grant.role)
        record(viewer.actor, "orgs.role_revoked", grant.membership, group=grant.group_id, role=grant.role)
        grant.delete()
        Membership.objects.filter(pk=grant.membership_id).update(epoch=F("epoch") + 1)
        announce(
            RoleRevoked(organisation_id=grant.membership.organisation_id, membership_id=grant.membership_id)
        )
