from datetime import timedelta

from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.models import Group, Invitation
from groundswell.orgs.tokens import hash_token, new_token
from groundswell.orgs.viewer import Viewer

LIFE = timedelta(days=14)


def invite_member(
    *, viewer: Viewer, group: Group, role: str, name: str = "", email: str = ""
) -> tuple[Invitation, str]:
    """A personal link into a role. The token is returned once; only its hash is kept."""
    require_grantable(viewer, group, role)
    with transaction.atomic():
        invitation, token = new_invitation(viewer, group, role, name, email)
        invitation.save()
        record(viewer.actor, "orgs.member_invited", invitation, group=group.id, role=str(role))
    return invitation, token


def new_invitation(viewer: Viewer, group: Group, role: str, name: str, email: str) -> tuple[Invitation, str]:
    """An invitation yet to be saved, and its token."""
    token = new_token()
    invitation = Invitation(
        organisation_id=group.organisation_id,
        group=group,
        role=role,
        name=name,
        email=email.lower(),
        token_hash=hash_token(token),
        invited_by=viewer.membership,
        expires_at=now() + LIFE,
    )
    return invitation, token
