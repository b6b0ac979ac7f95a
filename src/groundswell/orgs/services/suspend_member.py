from django.db import transaction
from django.db.models import F

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.facts import announce
from groundswell.orgs.authority import require_authority_over
from groundswell.orgs.facts import MemberSuspended
from groundswell.orgs.models import Membership
from groundswell.orgs.services.require_another_owner import require_another_owner
from groundswell.orgs.viewer import Viewer


def suspend_member(*, viewer: Viewer, membership: Membership) -> None:
    """Stops a member everywhere at once: pages at the next request, devices at the next gesture."""
    require_authority_over(viewer, membership)
    with transaction.atomic():
        require_another_owner(membership)
        changed = Membership.objects.filter(pk=membership.pk, suspended_at=None).update(
            suspended_at=now(), epoch=F("epoch") + 1
        )
        if changed:
            record(viewer.actor, "orgs.member_suspended", membership)
            announce(MemberSuspended(organisation_id=membership.organisation_id, membership_id=membership.id))
