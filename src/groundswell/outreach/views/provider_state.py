"""What can be done to a connection with one button."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.access import get_connection_for
from groundswell.outreach.services.disconnect_provider import disconnect_provider, reconnect_provider
from groundswell.outreach.services.pause_provider import pause_provider, resume_provider
from groundswell.outreach.services.retry_receipts import retry_receipts
from groundswell.ui.toasts import say


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def pause(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    return _do(
        request, connection_id, pause_provider, _("Paused. Texts wait, replies still come in."), "resume"
    )


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def resume(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    return _do(request, connection_id, resume_provider, _("Texts go out again."))


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def disconnect(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    words = _("Disconnected. Nothing goes out any more; what still comes in is kept.")
    return _do(request, connection_id, disconnect_provider, words, "reconnect")


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def reconnect(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    return _do(request, connection_id, reconnect_provider, _("Connected again."))


@member_page(Right.CHANGE_SETTINGS)
@require_POST
def retry(request: MemberRequest, connection_id: UUID) -> HttpResponse:
    connection = get_connection_for(request.viewer, connection_id)
    count = retry_receipts(connection=connection)
    tried = ngettext("One message is tried again now.", "%(count)s messages are tried again now.", count)
    say(request, tried % {"count": count})
    return redirect("provider", connection.public_id)


def _do(
    request: MemberRequest, connection_id: UUID, service: Callable[..., None], words: str, undo: str = ""
) -> HttpResponse:
    connection = get_connection_for(request.viewer, connection_id)
    service(actor=request.viewer.actor, connection=connection)
    way_back = reverse(f"provider_{undo}", args=[connection.public_id]) if undo else ""
    say(request, words, undo=way_back)
    return redirect("provider", connection.public_id)
