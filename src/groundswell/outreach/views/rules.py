from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel import clock
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.models import OutreachSettings
from groundswell.outreach.services.change_rules import change_rules
from groundswell.outreach.services.declare_emergency import declare_emergency
from groundswell.outreach.services.end_emergency import end_emergency
from groundswell.outreach.settings_forms import EmergencyForm, RulesForm
from groundswell.ui.toasts import say


@member_page(Right.CHANGE_SETTINGS)
def rules(request: MemberRequest) -> HttpResponse:
    """When, how often, and at what price."""
    settings = OutreachSettings.of(request.viewer.organisation)
    form = RulesForm(request.POST or None, instance=settings)
    if request.method == "POST" and form.is_valid():
        viewer = request.viewer
        change_rules(actor=viewer.actor, organisation=viewer.organisation, **form.cleaned_data)
        say(request, _("Saved. It counts from now on."))
        return redirect("outreach_rules")
    return _page(request, form, EmergencyForm(), status=422 if form.is_bound else 200)


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def emergency(request: MemberRequest) -> HttpResponse:
    form = EmergencyForm(request.POST)
    if not form.is_valid():
        settings = OutreachSettings.of(request.viewer.organisation)
        return _page(request, RulesForm(instance=settings), form, status=422)
    declare_emergency(
        actor=request.viewer.actor,
        organisation=request.viewer.organisation,
        lasting=timedelta(hours=form.cleaned_data["hours"]),
        reason=form.cleaned_data["reason"],
    )
    say(request, _("The limit is lifted for a while. Stops, consent and quiet hours count as ever."))
    return redirect("outreach_rules")


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def all_calm(request: MemberRequest) -> HttpResponse:
    end_emergency(actor=request.viewer.actor, organisation=request.viewer.organisation)
    say(request, _("The limit counts again."))
    return redirect("outreach_rules")


def _page(request: MemberRequest, form: RulesForm, emergency: EmergencyForm, *, status: int) -> HttpResponse:
    now = OutreachSettings.of(request.viewer.organisation)
    context = {
        "form": form,
        "emergency": emergency,
        "settings": now,
        "is_emergency": now.is_emergency(clock.now()),
    }
    return render(request, "outreach/rules.html", context, status=status)
