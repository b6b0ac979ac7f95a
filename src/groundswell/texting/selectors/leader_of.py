from groundswell.orgs.models import Role, RoleGrant
from groundswell.orgs.viewer import Viewer


def leader_of(viewer: Viewer) -> str:
    """Whom a volunteer asks, by first name; "" for somebody of several branches or without a leader."""
    own = set(viewer.membership.grants.values_list("group_id", flat=True))
    if len(own) != 1:
        return ""
    grants = RoleGrant.objects.filter(
        group_id__in=own, role=Role.LEADER, membership__suspended_at=None, membership__ended_at=None
    ).exclude(membership=viewer.membership)
    first = grants.select_related("membership__user").order_by("id").first()
    return first.membership.user.name.split(" ")[0] if first else ""
