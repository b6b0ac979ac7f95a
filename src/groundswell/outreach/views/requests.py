"""The office's desk: what people asked for, where it goes, and marking it as sent."""

import re
from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.csv_out import stream_csv
from groundswell.kernel.ids import read_number
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.models import Request
from groundswell.outreach.selectors.requests import requests_by_state, requests_in
from groundswell.outreach.services.close_requests import close_requests
from groundswell.ui.toasts import say

PAGE = 100
_AN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@member_page(Right.HANDLE_REQUESTS)
def requests(request: MemberRequest) -> HttpResponse:
    state = request.GET.get("state", Request.State.OPEN)
    if state not in Request.State:
        raise Http404
    found = requests_in(request.viewer, state)
    if after := read_number(request.GET.get("after", "")):
        found = found.filter(id__gt=after)
    page = list(found[: PAGE + 1])
    shown = page[:PAGE]
    note_read(request.viewer, "requests", [one.person_id for one in shown])
    context = {
        "requests": shown,
        "state": state,
        "counts": requests_by_state(request.viewer),
        "states": Request.State.choices,
        "older_url": f"?state={state}&after={shown[-1].id}" if len(page) > PAGE else "",
    }
    return render(request, "outreach/requests.html", context)


@member_page(Right.HANDLE_REQUESTS)
@require_POST
def close(request: MemberRequest) -> HttpResponse:
    """Marks what was ticked as sent, or as no longer needed."""
    state = Request.State.SENT if request.POST.get("as") == "sent" else Request.State.CANCELLED
    ticked = Request.objects.visible_to(request.viewer).filter(public_id__in=_ticked(request))
    closed = close_requests(viewer=request.viewer, requests=list(ticked), state=state)
    words = (
        ngettext("%(n)d request marked as sent.", "%(n)d requests marked as sent.", closed)
        if state == Request.State.SENT
        else ngettext("%(n)d request taken off the list.", "%(n)d requests taken off the list.", closed)
    )
    say(request, words % {"n": closed})
    return redirect("requests")


@member_page(Right.HANDLE_REQUESTS)
@require_POST
def requests_file(request: MemberRequest) -> StreamingHttpResponse:
    """Names and addresses of all open requests; the log says who took them and for what."""
    request.viewer.require(Right.EXPORT_PEOPLE)
    found = list(requests_in(request.viewer, Request.State.OPEN))
    purpose = request.POST.get("purpose", "").strip()[:200]
    record(request.viewer.actor, "requests.exported", None, purpose=purpose, rows=len(found))
    note_read(request.viewer, "requests.export", [one.person_id for one in found])
    answer = StreamingHttpResponse(stream_csv(_rows(found)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="requests-{now():%Y-%m-%d-%H%M}.csv"'
    return answer


def _ticked(request: MemberRequest) -> list[UUID]:
    """What does not look like one of our ids is left away: a made-up form is no error."""
    values = request.POST.getlist("request")[:PAGE]
    return [UUID(value) for value in values if _AN_ID.fullmatch(value)]


def _rows(found: list[Request]) -> Iterator[list[object]]:
    yield [
        _("Name"),
        _("Membership number"),
        _("Branch"),
        _("Address"),
        _("Address confirmed"),
        _("Asked on"),
    ]
    for one in found:
        yield [
            one.person.full_name,
            one.person.external_id,
            one.person.group.name,
            one.address.open() if one.address else "",
            _("yes") if one.address_confirmed else _("no"),
            f"{one.opened_at:%Y-%m-%d %H:%M}",
        ]
