from groundswell.orgs.errors import LastOwner
from groundswell.orgs.models import Membership, Role, RoleGrant


def require_another_owner(membership: Membership, role: str = Role.OWNER) -> None:
    """Raises LastOwner when nobody else would own the organisation."""
    owners = RoleGrant.objects.select_for_update().filter(
        role=Role.OWNER,
        membership__organisation=membership.organisation_id,
        membership__suspended_at=None,
        membership__ended_at=None,
    )
    holders = set(owners.values_list("membership_id", flat=True))
    if role == Role.OWNER and holders == {membership.id}:
        raise LastOwner
