from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.errors import InvitationNotValid
from groundswell.orgs.models import Invitation, Membership, RoleGrant
from groundswell.orgs.selectors import open_invitation
from groundswell.orgs.services.join_organisation import join_organisation


def accept_invitation(*, user: User, token: str) -> Membership:
    """Somebody takes up the role they were invited to; a link works once, whoever is quicker."""
    with transaction.atomic():
        invitation = open_invitation(token)
        membership = join_organisation(user=user, organisation=invitation.organisation)
        taken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(
            accepted_at=now(), accepted_by=membership
        )
        if not taken:
            raise InvitationNotValid
        RoleGrant.objects.get_or_create(
            membership=membership,
            group=invitation.group,
            role=invitation.role,
            defaults={"granted_by": invitation.invited_by},
        )
        actor = Actor(
            invitation.organisation_id, "member", membership_id=membership.id, user_id=membership.user_id
        )
        record(actor, "orgs.invitation_accepted", invitation)
    return membership
