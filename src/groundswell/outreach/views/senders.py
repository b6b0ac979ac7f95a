from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.gateways.sms.registry import sms_gateways
from groundswell.gateways.sms.words import outcome_words
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.access import get_connection_for, get_sender_for
from groundswell.outreach.provider_forms import SenderForm, TestTextForm
from groundswell.outreach.provider_pages import provider_page
from groundswell.outreach.services.add_sender import add_sender
from groundswell.outreach.services.retire_sender import restore_sender, retire_sender
from groundswell.outreach.services.send_test_text import send_test_text
from groundswell.ui.toasts import say


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def add(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    connection = get_connection_for(request.viewer, connection_id)
    form = SenderForm(request.POST, country=request.viewer.organisation.country)
    if form.is_valid():
        sender = add_sender(actor=request.viewer.actor, connection=connection, **form.cleaned_data)
        say(request, _("%(number)s can be texted from now.") % {"number": sender.number})
        return redirect("provider", connection.public_id)
    return _page_again(request, connection_id, sender_form=form)


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def retire(request: MemberRequest, connection_id: UUID, sender_id: UUID) -> HttpResponse:
    sender = get_sender_for(request.viewer, connection_id, sender_id)
    retire_sender(actor=request.viewer.actor, sender=sender)
    way_back = reverse("sender_restore", args=[connection_id, sender_id])
    say(request, _("%(number)s is not used for new texts.") % {"number": sender.number}, undo=way_back)
    return redirect("provider", connection_id)


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def restore(request: MemberRequest, connection_id: UUID, sender_id: UUID) -> HttpResponse:
    sender = get_sender_for(request.viewer, connection_id, sender_id)
    restore_sender(actor=request.viewer.actor, sender=sender)
    return redirect("provider", connection_id)


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def test_text(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    """Sends one text to the number typed here; the answer shows what the provider said."""
    connection = get_connection_for(request.viewer, connection_id)
    form = TestTextForm(request.POST, connection=connection)
    if form.is_valid():
        outcome = send_test_text(actor=request.viewer.actor, **form.cleaned_data)
        say(request, outcome_words(outcome))
        return redirect("provider", connection.public_id)
    return _page_again(request, connection_id, test_form=form)


def _page_again(request: MemberRequest, connection_id: UUID, **forms: object) -> HttpResponse:
    """The same page with what was typed and what is wrong with it."""
    connection = get_connection_for(request.viewer, connection_id)
    context: dict[str, object] = {
        "page": provider_page(connection),
        "gateway": sms_gateways.get(connection.gateway),
        "sender_form": SenderForm(country=request.viewer.organisation.country),
        "test_form": TestTextForm(connection=connection),
    }
    return render(request, "outreach/provider.html", context | forms, status=422)
