from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.access import get_group_for, get_invitation_for
from groundswell.orgs.authority import grantable_roles
from groundswell.orgs.forms import InvitationForm
from groundswell.orgs.links import invitation_url, qr_svg
from groundswell.orgs.mail import mail_is_configured
from groundswell.orgs.models import Invitation
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.invite_member import invite_member
from groundswell.orgs.services.mail_invitation import queue_invitation_mail
from groundswell.orgs.services.renew_invitation import renew_invitation
from groundswell.orgs.services.revoke_invitation import revoke_invitation
from groundswell.ui.toasts import say


@member_page(Right.INVITE)
@require_POST
@never_cache
def invite(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Invites one person; by mail where mail is configured, and always with a link to pass on."""
    group = get_group_for(request.viewer, public_id, Right.INVITE)
    form = InvitationForm(grantable_roles(request.viewer, group), request.POST)
    if not form.is_valid():
        return render(request, "orgs/invite.html", {"group": group, "form": form}, status=422)
    made, token = invite_member(viewer=request.viewer, group=group, **form.cleaned_data)
    return _show_link(request, made, token)


@member_page(Right.INVITE)
@require_POST
@never_cache
def renew(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """A fresh link, shown once, for somebody who lost theirs."""
    found = get_invitation_for(request.viewer, public_id)
    return _show_link(request, found, renew_invitation(viewer=request.viewer, invitation=found))


@member_page(Right.INVITE)
@require_POST
@never_cache
def mail(request: MemberRequest, public_id: UUID) -> HttpResponse:
    found = get_invitation_for(request.viewer, public_id)
    queue_invitation_mail(viewer=request.viewer, invitations=[found])
    say(request, _("The invitation is on its way"))
    return redirect("group", found.group.public_id)


@member_page(Right.INVITE)
@require_POST
def withdraw(request: MemberRequest, public_id: UUID) -> HttpResponse:
    found = get_invitation_for(request.viewer, public_id)
    revoke_invitation(viewer=request.viewer, invitation=found)
    say(request, _("The invitation is withdrawn"))
    return redirect("group", found.group.public_id)


def _show_link(request: MemberRequest, invitation: Invitation, token: str) -> HttpResponse:
    url = invitation_url(token)
    shown = {
        "invitation": invitation,
        "url": url,
        "qr": qr_svg(url),
        "may_mail": bool(invitation.email) and mail_is_configured(),
    }
    return render(request, "orgs/invited.html", shown)
