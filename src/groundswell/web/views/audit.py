from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.ids import read_public_id
from groundswell.kernel.routes import member_page
from groundswell.orgs.models import Membership
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.web.audit_page import AuditFilter, audit_page, members_of
from groundswell.web.audit_words import KINDS
from groundswell.web.reads_page import reads_page


@member_page(Right.SEE_AUDIT)
def audit(request: MemberRequest) -> HttpResponse:
    """Who changed or took out what; newest first."""
    asked = AuditFilter(_member(request), _kind(request), _before(request))
    page = audit_page(request.viewer, asked)
    note_read(request.viewer, "audit", page.people)
    shown = {
        "page": page,
        "asked": asked,
        "members": members_of(request.viewer),
        "kinds": [(key, label) for key, (label, _prefixes) in KINDS.items()],
        "older_url": _older(request, page.older),
    }
    return render(request, "web/audit.html", shown)


@member_page(Right.SEE_AUDIT)
def reads(request: MemberRequest) -> HttpResponse:
    """Whose data one member saw; nobody is chosen to begin with."""
    member = _member(request)
    page = reads_page(request.viewer, member, _before(request)) if member else None
    if page:
        note_read(request.viewer, "audit_reads", page.people)
    shown = {
        "page": page,
        "member": member,
        "members": members_of(request.viewer),
        "older_url": _older(request, page.older if page else None),
    }
    return render(request, "web/reads.html", shown)


def _member(request: MemberRequest) -> Membership | None:
    asked = request.GET.get("member", "")
    if not asked:
        return None
    return get_object_or_404(members_of(request.viewer), public_id=read_public_id(asked))


def _kind(request: MemberRequest) -> str:
    kind = request.GET.get("kind", "")
    if kind and kind not in KINDS:
        raise Http404
    return kind


def _before(request: MemberRequest) -> int | None:
    before = request.GET.get("before", "")
    return int(before) if before.isdecimal() and len(before) < 19 else None


def _older(request: MemberRequest, last: int | None) -> str:
    if last is None:
        return ""
    wanted = request.GET.copy()
    wanted["before"] = str(last)
    return f"?{wanted.urlencode()}"
