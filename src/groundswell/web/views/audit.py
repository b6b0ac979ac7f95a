from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from groundswell.kernel.ids import read_public_id
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.web.audit_page import AuditFilter, audit_page, members_of


@member_page(Right.SEE_AUDIT)
def audit(request: MemberRequest) -> HttpResponse:
    """Who changed, read or took out what; newest first."""
    asked = _asked(request)
    shown = {
        "page": audit_page(request.viewer, asked),
        "asked": asked,
        "members": members_of(request.viewer),
    }
    return render(request, "web/audit.html", shown)


def _asked(request: MemberRequest) -> AuditFilter:
    member = read_public_id(request.GET.get("member", ""))
    before = request.GET.get("before", "")
    return AuditFilter(
        member=get_object_or_404(members_of(request.viewer), public_id=member) if member else None,
        verb=request.GET.get("verb", "")[:60],
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
    )
