from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.models import Invitation
from groundswell.orgs.viewer import Viewer


def revoke_invitation(*, viewer: Viewer, invitation: Invitation) -> None:
    """Withdraws a link nobody has accepted yet; whoever leads the group may."""
    with transaction.atomic():
        open_ones = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
        if open_ones.update(revoked_at=now()):
            record(viewer.actor, "orgs.invitation_revoked", invitation)
