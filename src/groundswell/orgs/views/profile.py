from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.accounts.forms import AliasForm, ProfileForm
from groundswell.accounts.models import SignIn
from groundswell.accounts.services.end_session import end_session
from groundswell.kernel.ids import read_public_id
from groundswell.kernel.routes import signed_in_page
from groundswell.orgs.models import Membership
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.change_profile import change_profile
from groundswell.ui.toasts import say


@signed_in_page
def profile(request: MemberRequest) -> HttpResponse:
    """One's own name, language and time zone, and where one is signed in."""
    alias = request.viewer.membership.alias if request.viewer else ""
    form = ProfileForm(request.POST or None, instance=request.user)
    alias_form = AliasForm(request.POST or None, initial={"alias": alias})
    if request.method == "POST" and form.is_valid() and alias_form.is_valid():
        change_profile(viewer=request.viewer, user=form.instance, alias=alias_form.cleaned_data["alias"])
        say(request, _("Saved"))
        return redirect("profile")
    shown = {
        "form": form,
        "alias_form": alias_form,
        "sign_ins": SignIn.objects.filter(user=request.user).order_by("-at"),
        "here": request.session.session_key,
        "memberships": Membership.objects.active().filter(user=request.user).select_related("organisation"),
    }
    return render(request, "orgs/profile.html", shown, status=422 if form.errors else 200)


@signed_in_page
@require_POST
def sign_out_device(request: MemberRequest, sign_in_id: UUID) -> HttpResponse:
    end_session(sign_in=get_object_or_404(SignIn, user=request.user, public_id=sign_in_id))
    say(request, _("That device is signed out"))
    return redirect("profile")


@signed_in_page
@require_POST
def choose_organisation(request: MemberRequest) -> HttpResponse:
    """For whoever works in several organisations: which one the pages are about."""
    mine = Membership.objects.active().filter(user=request.user)
    wanted = read_public_id(request.POST.get("organisation", ""))
    found = get_object_or_404(mine, organisation__public_id=wanted)
    request.session["organisation"] = found.organisation_id
    return redirect("today")
