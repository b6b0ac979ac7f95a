from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groundswell.gateways.sms.registry import offered_gateways, sms_gateways
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.access import get_connection_for, require_settings_right
from groundswell.outreach.credentials import practice_is_allowed
from groundswell.outreach.provider_forms import ConnectionForm, SenderForm, TestTextForm
from groundswell.outreach.provider_pages import connections_of, provider_page
from groundswell.outreach.services.change_provider import change_provider
from groundswell.outreach.services.connect_provider import connect_provider
from groundswell.ui.toasts import say


@member_page(Right.CHANGE_SETTINGS)
def texting_settings(request: MemberRequest) -> HttpResponse:
    require_settings_right(request.viewer)
    context = {
        "connections": connections_of(request.viewer),
        "gateways": offered_gateways(practice=practice_is_allowed()),
    }
    return render(request, "outreach/providers.html", context)


@member_page(Right.CHANGE_SETTINGS)
def connect(request: MemberRequest, gateway: str) -> HttpResponse:
    require_settings_right(request.viewer)
    offered = {each.key: each for each in offered_gateways(practice=practice_is_allowed())}
    if gateway not in offered:
        raise Http404
    form = ConnectionForm(request.POST or None, gateway=offered[gateway])
    if form.is_valid():
        made = connect_provider(actor=request.viewer.actor, gateway=gateway, **form.answers)
        say(request, _("%(name)s is connected. Now add a number.") % {"name": made.label})
        return redirect("provider", made.public_id)
    return render(request, "outreach/provider_form.html", {"form": form, "gateway": offered[gateway]})


@member_page(Right.CHANGE_SETTINGS)
def provider(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    connection = get_connection_for(request.viewer, connection_id)
    context = {
        "page": provider_page(connection),
        "gateway": sms_gateways.get(connection.gateway),
        "sender_form": SenderForm(country=request.viewer.organisation.country),
        "test_form": TestTextForm(connection=connection),
    }
    return render(request, "outreach/provider.html", context)


@member_page(Right.CHANGE_SETTINGS)
def change(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    connection = get_connection_for(request.viewer, connection_id)
    gateway = sms_gateways.get(connection.gateway)
    form = ConnectionForm(request.POST or None, gateway=gateway, saved=connection)
    if form.is_valid():
        change_provider(actor=request.viewer.actor, connection=connection, **form.answers)
        say(request, _("Saved."))
        return redirect("provider", connection.public_id)
    context = {"form": form, "gateway": gateway, "connection": connection}
    return render(request, "outreach/provider_form.html", context)
