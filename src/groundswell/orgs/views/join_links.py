from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.access import get_group_for, get_join_link_for, get_join_request_for, groups_for
from groundswell.orgs.links import join_url, qr_svg
from groundswell.orgs.models import JoinLink
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.approve_join_request import approve_join_request
from groundswell.orgs.services.close_join_link import close_join_link
from groundswell.orgs.services.decline_join_request import decline_join_request
from groundswell.orgs.services.make_join_links import make_join_links
from groundswell.ui.toasts import say


@member_page(Right.INVITE)
@require_POST
@never_cache
def make_join_link(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """One branch's link with its QR code, shown once, ready to print."""
    group = get_group_for(request.viewer, public_id, Right.INVITE)
    return _show(request, make_join_links(viewer=request.viewer, groups=[group]))


@member_page(Right.INVITE)
@never_cache
def join_links(request: MemberRequest) -> HttpResponse:
    """Explains, and on POST makes a link for every branch at once, one sheet of paper each."""
    branches = groups_for(request.viewer, Right.INVITE).filter(parent__isnull=False).order_by("name")
    if request.method == "POST":
        return _show(request, make_join_links(viewer=request.viewer, groups=branches))
    return render(request, "orgs/join_links.html", {"count": branches.count()})


@member_page(Right.INVITE)
@require_POST
def close(request: MemberRequest, public_id: UUID) -> HttpResponse:
    link = get_join_link_for(request.viewer, public_id)
    close_join_link(viewer=request.viewer, link=link)
    say(request, _("The link is closed"))
    return redirect("group", link.group.public_id)


@member_page(Right.INVITE)
@require_POST
def decide(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The branch's yes, or with `decline` its no."""
    asked = get_join_request_for(request.viewer, public_id)
    if "decline" in request.POST:
        decline_join_request(viewer=request.viewer, request=asked)
        say(request, _("Declined"))
    else:
        approve_join_request(viewer=request.viewer, request=asked)
        say(request, _("Welcome! The role begins now."))
    return redirect("group", asked.join_link.group.public_id)


def _show(request: MemberRequest, made: list[tuple[JoinLink, str]]) -> HttpResponse:
    sheets = [(link, url, qr_svg(url)) for link, url in ((link, join_url(token)) for link, token in made)]
    return render(request, "orgs/join_links_made.html", {"sheets": sheets})
