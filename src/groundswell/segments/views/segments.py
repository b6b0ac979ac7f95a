from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.segments.access import get_segment_for
from groundswell.segments.builder import Builder
from groundswell.segments.forms import SegmentForm
from groundswell.segments.models import Segment
from groundswell.segments.services.delete_segment import delete_segment
from groundswell.segments.services.restore_segment import restore_segment
from groundswell.segments.services.save_segment import save_segment
from groundswell.segments.views.builder import builder_context, posted_builder
from groundswell.ui.toasts import say


@member_page(Right.SEE_PEOPLE)
def segments(request: MemberRequest) -> HttpResponse:
    saved = Segment.objects.visible_to(request.viewer).select_related("group", "made_by__user")
    return render(request, "segments/segments.html", {"segments": saved.order_by("name", "id")[:500]})


@member_page(Right.SEE_PEOPLE)
def new_segment(request: MemberRequest) -> HttpResponse:
    return _segment_page(request, None)


@member_page(Right.SEE_PEOPLE)
def segment(request: MemberRequest, segment_id: UUID) -> HttpResponse:
    return _segment_page(request, get_segment_for(request.viewer, segment_id))


@member_page(Right.SEE_PEOPLE)
@require_POST
def remove_segment(request: MemberRequest, segment_id: UUID) -> HttpResponse:
    gone = get_segment_for(request.viewer, segment_id)
    delete_segment(actor=request.viewer.actor, segment=gone)
    undo = reverse("segment_restore", args=[gone.public_id])
    say(request, _("“%(name)s” is off the list.") % {"name": gone.name}, undo=undo)
    return redirect("segments")


@member_page(Right.SEE_PEOPLE)
@require_POST
def bring_back_segment(request: MemberRequest, segment_id: UUID) -> HttpResponse:
    restore_segment(viewer=request.viewer, public_id=segment_id)
    return redirect("segments")


def _segment_page(request: MemberRequest, saved: Segment | None) -> HttpResponse:
    if request.method == "POST":
        builder = posted_builder(request)
        form = SegmentForm(request.POST if "op" not in request.POST else None, viewer=request.viewer)
        if "op" not in request.POST and form.is_valid():
            return _save(request, form, builder, saved)
    else:
        builder = Builder.of(saved.definition if saved else {}, request.viewer.organisation)
        initial = {"name": saved.name, "group": saved.group.public_id} if saved else None
        form = SegmentForm(viewer=request.viewer, initial=initial)
    context = {"form": form, "segment": saved} | builder_context(request, builder)
    return render(request, "segments/segment.html", context)


def _save(request: MemberRequest, form: SegmentForm, builder: Builder, saved: Segment | None) -> HttpResponse:
    save_segment(
        viewer=request.viewer,
        group=form.cleaned_data["group"],
        name=form.cleaned_data["name"],
        definition=builder.definition,
        segment=saved,
    )
    say(request, _("Saved. It is counted anew each time you use it."))
    return redirect("segments")
