from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.access import get_group_for, get_membership_for
from groundswell.orgs.authority import grantable_roles, has_authority_over
from groundswell.orgs.forms import RoleForm
from groundswell.orgs.models import Membership, RoleGrant
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.end_membership import end_membership
from groundswell.orgs.services.grant_role import grant_role
from groundswell.orgs.services.resume_member import resume_member
from groundswell.orgs.services.revoke_role import revoke_role
from groundswell.orgs.services.suspend_member import suspend_member
from groundswell.ui.toasts import say


@member_page(Right.INVITE)
def member(request: MemberRequest, public_id: UUID) -> HttpResponse:
    found = get_membership_for(request.viewer, public_id, Right.INVITE)
    grants = _visible_grants(request, found)
    shown = {
        "member": found,
        "grants": grants,
        "forms": [
            (group, RoleForm(grantable_roles(request.viewer, group)))
            for group in {grant.group for grant in grants}
        ],
        "may_decide": has_authority_over(request.viewer, found),
    }
    return render(request, "orgs/member.html", shown)


@member_page(Right.INVITE)
@require_POST
def roles(request: MemberRequest, public_id: UUID, group_id: UUID) -> HttpResponse:
    """Gives one more role in a group."""
    found = get_membership_for(request.viewer, public_id, Right.INVITE)
    group = get_group_for(request.viewer, group_id, Right.INVITE)
    form = RoleForm(grantable_roles(request.viewer, group), request.POST)
    if form.is_valid():
        grant_role(viewer=request.viewer, membership=found, group=group, role=form.cleaned_data["role"])
        say(request, _("Role given"))
    return redirect("member", public_id)


@member_page(Right.INVITE)
@require_POST
def withdraw_role(request: MemberRequest, public_id: UUID, grant_id: int) -> HttpResponse:
    found = get_membership_for(request.viewer, public_id, Right.INVITE)
    grant = get_object_or_404(_visible_grants(request, found), pk=grant_id)
    revoke_role(viewer=request.viewer, grant=grant)
    say(request, _("Role taken away"))
    return redirect("team")


@member_page(Right.INVITE)
@require_POST
def suspension(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Suspends, or with `resume` lets the member work again."""
    found = get_membership_for(request.viewer, public_id, Right.INVITE)
    if "resume" in request.POST:
        resume_member(viewer=request.viewer, membership=found)
        say(request, _("%(name)s can work again") % {"name": found.user.name})
    else:
        suspend_member(viewer=request.viewer, membership=found)
        say(request, _("%(name)s is stopped everywhere, from this moment") % {"name": found.user.name})
    return redirect("member", public_id)


@member_page(Right.INVITE)
@require_POST
def end(request: MemberRequest, public_id: UUID) -> HttpResponse:
    found = get_membership_for(request.viewer, public_id, Right.INVITE)
    end_membership(viewer=request.viewer, membership=found)
    say(request, _("%(name)s no longer has any access") % {"name": found.user.name})
    return redirect("team")


def _visible_grants(request: MemberRequest, membership: Membership) -> QuerySet[RoleGrant]:
    groups = request.viewer.groups_with(Right.INVITE)
    return RoleGrant.objects.filter(membership=membership, group__in=groups).select_related(
        "group", "membership"
    )
