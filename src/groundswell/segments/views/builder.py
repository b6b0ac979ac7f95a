from collections import defaultdict

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.segments.builder import Builder
from groundswell.segments.registry import SegmentFilter, segment_filters
from groundswell.segments.selectors import answer_segment


@member_page(Right.SEE_PEOPLE)
@require_POST
def edit_builder(request: MemberRequest) -> HttpResponse:
    """Every click and change in a builder: changes nothing but the page."""
    return render(request, "segments/builder.html", builder_context(request, posted_builder(request)))


def posted_builder(request: MemberRequest) -> Builder:
    """The tree on the page, after the button that was pressed."""
    data = request.POST.dict()
    builder = Builder.from_post(data, request.viewer.organisation)
    if operation := request.POST.get("op"):
        builder.edit(operation, data)
    return builder


def builder_context(request: MemberRequest, builder: Builder, *, purpose: str = "") -> dict[str, object]:
    """What `segments/builder.html` needs, wherever it is included."""
    purpose = purpose or request.POST.get("purpose", "")
    answer = answer_segment(request.viewer, builder.definition, purpose)
    note_read(request.viewer, "segments.sample", [person.id for person in answer.sample or []])
    return {"builder": builder, "answer": answer, "offered": offered_filters(), "purpose": purpose}


def offered_filters() -> dict[str, list[SegmentFilter]]:
    """The filters one can add, under their headings."""
    offered: dict[str, list[SegmentFilter]] = defaultdict(list)
    for kind in segment_filters:
        offered[str(kind.group)].append(kind)
    return dict(offered)
