from django.db import transaction
from django.db.models import F

from groundswell.accounts.services.end_sessions import end_sessions
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.facts import announce
from groundswell.orgs.authority import require_authority_over
from groundswell.orgs.facts import MembershipEnded
from groundswell.orgs.models import Invitation, Membership
from groundswell.orgs.services.require_another_owner import require_another_owner
from groundswell.orgs.viewer import Viewer


def end_membership(*, viewer: Viewer, membership: Membership) -> None:
    """Off-boarding in one action: roles, sessions, devices and unused invitations end together."""
    require_authority_over(viewer, membership)
    with transaction.atomic():
        require_another_owner(membership)
        Membership.objects.filter(pk=membership.pk).update(ended_at=now(), epoch=F("epoch") + 1)
        membership.grants.all().delete()
        unused = Invitation.objects.filter(invited_by=membership, accepted_at=None, revoked_at=None)
        unused.update(revoked_at=now())
        end_sessions(membership.user_id)
        record(viewer.actor, "orgs.membership_ended", membership)
        announce(MembershipEnded(organisation_id=membership.organisation_id, membership_id=membership.id))
