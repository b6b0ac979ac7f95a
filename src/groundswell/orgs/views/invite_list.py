from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from groundswell.kernel.csv_out import stream_csv
from groundswell.kernel.routes import member_page
from groundswell.kernel.spreadsheets import SheetRefused
from groundswell.orgs.forms import SheetForm
from groundswell.orgs.invitation_sheet import CheckedSheet, check_sheet
from groundswell.orgs.links import invitation_url
from groundswell.orgs.mail import mail_is_configured
from groundswell.orgs.models import Invitation
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.invite_many import invite_many
from groundswell.orgs.services.mail_invitation import queue_invitation_mail
from groundswell.ui.toasts import say


@member_page(Right.INVITE)
@never_cache
def invite_list(request: MemberRequest) -> HttpResponseBase:
    """First shows what a list would do; with `invite` does it."""
    form = SheetForm(request.POST or None, request.FILES or None, label_suffix="")
    checked = _check(request, form) if request.method == "POST" and form.is_valid() else None
    if checked and checked.ready and "invite" in request.POST:
        return _invite(request, checked)
    shown = {"form": form, "checked": checked, "by_mail": mail_is_configured()}
    return render(request, "orgs/invite_list.html", shown, status=422 if form.errors else 200)


def _check(request: MemberRequest, form: SheetForm) -> CheckedSheet | None:
    try:
        return check_sheet(request.viewer, form.source)
    except SheetRefused as refused:
        form.add_error(None, str(refused.message))
        return None


def _invite(request: MemberRequest, checked: CheckedSheet) -> HttpResponseBase:
    made = invite_many(viewer=request.viewer, candidates=checked.ready)
    if not mail_is_configured():
        return _links_as_csv(made)
    count = queue_invitation_mail(viewer=request.viewer, invitations=[each for each, _token in made])
    words = ngettext("%(count)s invitation is on its way", "%(count)s invitations are on their way", count)
    say(request, words % {"count": count})
    return redirect("team")


def _links_as_csv(made: list[tuple[Invitation, str]]) -> StreamingHttpResponse:
    """The links leave once, to be passed on by hand; only their hashes stay here."""
    head = (_("Name"), _("E-mail"), _("Branch"), _("Role"), _("Link"))
    rows = (
        (each.name, each.email, each.group.name, each.get_role_display(), invitation_url(token))
        for each, token in made
    )
    answer = StreamingHttpResponse(stream_csv([head, *rows]), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="invitations.csv"'
    return answer
