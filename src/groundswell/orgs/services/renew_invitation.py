from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.errors import InvitationNotValid
from groundswell.orgs.models import Invitation
from groundswell.orgs.services.invite_member import LIFE
from groundswell.orgs.tokens import hash_token, new_token
from groundswell.orgs.viewer import Viewer


def renew_invitation(*, viewer: Viewer, invitation: Invitation) -> str:
    """A fresh token for an invitation nobody accepted yet; the link sent before stops working."""
    require_grantable(viewer, invitation.group, invitation.role)
    token = new_token()
    with transaction.atomic():
        changed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(
            token_hash=hash_token(token), expires_at=now() + LIFE, revoked_at=None, sent_at=None
        )
        if not changed:
            raise InvitationNotValid
        record(viewer.actor, "orgs.invitation_renewed", invitation)
    return token
