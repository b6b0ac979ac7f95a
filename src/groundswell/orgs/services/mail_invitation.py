from collections.abc import Iterable

from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.jobs import enqueue
from groundswell.orgs.links import invitation_url
from groundswell.orgs.models import Invitation
from groundswell.orgs.tokens import hash_token, new_token
from groundswell.orgs.viewer import Viewer


def queue_invitation_mail(*, viewer: Viewer, invitations: Iterable[Invitation]) -> int:
    """Sends each invitation with an address by mail, soon; returns how many."""
    addressed = [invitation for invitation in invitations if invitation.email]
    with transaction.atomic():
        for invitation in addressed:
            enqueue(
                "orgs.mail_invitation",
                {"invitation_id": invitation.id},
                organisation_id=invitation.organisation_id,
                unique_key=f"orgs.mail_invitation:{invitation.id}",
            )
        record(viewer.actor, "orgs.invitations_mailed", count=len(addressed))
    return len(addressed)


def mail_invitation(*, invitation_id: int) -> None:
    """Makes the link anew and mails it, since the secret of the first is kept nowhere."""
    usable = Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=now())
    invitation = usable.select_related("organisation", "group").filter(pk=invitation_id).first()
    if invitation is None or invitation.sent_at:
        return
    token = new_token()
    usable.filter(pk=invitation.pk).update(token_hash=hash_token(token))
    with translation.override(invitation.organisation.language):
        _send(invitation, invitation_url(token))
    usable.filter(pk=invitation.pk).update(sent_at=now())


def _send(invitation: Invitation, url: str) -> None:
    place = {"organisation": invitation.organisation.name, "group": invitation.group.name, "url": url}
    body = _(
        "You are invited to help %(organisation)s in %(group)s.\n\n"
        "Open this link on the phone or computer you will use. It is yours alone and works for two weeks:\n"
        "%(url)s\n\n"
        "If you did not expect this, do nothing."
    )
    send_mail(_("You are invited to help %(organisation)s") % place, body % place, None, [invitation.email])
