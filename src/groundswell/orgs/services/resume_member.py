from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.orgs.authority import require_authority_over
from groundswell.orgs.models import Membership
from groundswell.orgs.viewer import Viewer


def resume_member(*, viewer: Viewer, membership: Membership) -> None:
    """Lets a suspended member work again; old devices stay out until they sign in anew."""
    require_authority_over(viewer, membership)
    with transaction.atomic():
        if Membership.objects.filter(pk=membership.pk).exclude(suspended_at=None).update(suspended_at=None):
            record(viewer.actor, "orgs.member_resumed", membership)
