from django.db.models import Case, IntegerField, Value, When

from groundswell.accounts.models import User
from groundswell.kernel.clock import now
from groundswell.orgs.errors import InvitationNotValid, JoinLinkNotValid
from groundswell.orgs.models import Agreement, Invitation, JoinLink, Membership, Organisation
from groundswell.orgs.tokens import hash_token
from groundswell.orgs.viewer import Viewer, viewer_for


def viewer_of_user(user: User, organisation_id: int | None) -> Viewer | None:
    """The membership somebody works under: in the organisation they chose, else the oldest; three queries."""
    chosen = Case(When(organisation_id=organisation_id, then=0), default=1, output_field=IntegerField())
    membership = (
        Membership.objects.active()
        .filter(user=user)
        .with_agreement()
        .select_related("organisation", "user")
        .order_by(chosen if organisation_id else Value(0), "id")
        .first()
    )
    return viewer_for(membership) if membership else None


def open_invitation(token: str) -> Invitation:
    """The invitation behind a personal link; raises InvitationNotValid for any that cannot be used now."""
    usable = Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=now())
    invitation = usable.select_related("organisation", "group").filter(token_hash=hash_token(token)).first()
    if invitation is None:
        raise InvitationNotValid
    return invitation


def open_join_link(token: str) -> JoinLink:
    """The link many may use; raises JoinLinkNotValid when it is closed, too old or never was."""
    usable = JoinLink.objects.filter(closed_at=None, expires_at__gt=now())
    link = usable.select_related("organisation", "group").filter(token_hash=hash_token(token)).first()
    if link is None:
        raise JoinLinkNotValid
    return link


def newest_agreement(organisation: Organisation) -> Agreement | None:
    return organisation.agreements.order_by("-version").first()
