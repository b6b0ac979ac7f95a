from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.access import get_group_for, groups_for
from groundswell.orgs.authority import grantable_roles
from groundswell.orgs.forms import BranchNamesForm, GroupForm, InvitationForm, MoveForm
from groundswell.orgs.group_page import group_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.create_groups import create_groups
from groundswell.orgs.services.move_group import move_group
from groundswell.orgs.services.rename_group import rename_group
from groundswell.ui.toasts import say


@member_page(Right.INVITE)
def group(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """One group: who works in it, who was invited, who waits, and what may be changed."""
    found = get_group_for(request.viewer, public_id, Right.INVITE)
    shown = {
        "group": found,
        "page": group_page(found),
        "form": InvitationForm(grantable_roles(request.viewer, found), initial={"role": "volunteer"}),
        "may_manage": request.viewer.may(Right.MANAGE_GROUPS, found.id),
    }
    return render(request, "orgs/group.html", shown)


@member_page(Right.MANAGE_GROUPS)
def edit_group(request: MemberRequest, public_id: UUID) -> HttpResponse:
    found = get_group_for(request.viewer, public_id, Right.MANAGE_GROUPS)
    form = GroupForm(request.POST or None, initial={"name": found.name, "kind": found.kind})
    if request.method == "POST" and form.is_valid():
        rename_group(actor=request.viewer.actor, group=found, **form.cleaned_data)
        say(request, _("Saved"))
        return redirect("group", public_id)
    shown = {
        "group": found,
        "form": form,
        "names": BranchNamesForm(),
        "move": _move_form(request, found.path),
    }
    return render(request, "orgs/edit_group.html", shown, status=422 if form.errors else 200)


@member_page(Right.MANAGE_GROUPS)
@require_POST
def add_groups(request: MemberRequest, public_id: UUID) -> HttpResponse:
    parent = get_group_for(request.viewer, public_id, Right.MANAGE_GROUPS)
    form = BranchNamesForm(request.POST)
    made = (
        create_groups(actor=request.viewer.actor, parent=parent, names=form.cleaned_data["names"])
        if form.is_valid()
        else []
    )
    added = ngettext("%(count)s group added", "%(count)s groups added", len(made))
    say(request, added % {"count": len(made)})
    return redirect("team")


@member_page(Right.MANAGE_GROUPS)
@require_POST
def move(request: MemberRequest, public_id: UUID) -> HttpResponse:
    found = get_group_for(request.viewer, public_id, Right.MANAGE_GROUPS)
    form = _move_form(request, found.path)
    if form.is_valid():
        move_group(actor=request.viewer.actor, group=found, parent=form.cleaned_data["parent"])
        say(request, _("Moved, with everything below it"))
    return redirect("group", public_id)


def _move_form(request: MemberRequest, path: str) -> MoveForm:
    places = groups_for(request.viewer, Right.MANAGE_GROUPS).exclude(path__startswith=path)
    return MoveForm(places.order_by("name"), request.POST if "parent" in request.POST else None)
