from collections.abc import Callable
from heapq import merge
from itertools import chain
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.imports.access import get_import_for
from groundswell.imports.models import ImportRun
from groundswell.imports.selectors import (
    PROBLEMS_SHOWN,
    kept_by_undo,
    may_text_by_purpose,
    partial_rows,
    problem_kinds,
    problems_of,
    progress_of,
)
from groundswell.imports.services import apply_import, resume_import, undo_import
from groundswell.kernel.csv_out import stream_csv
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest


@member_page(Right.IMPORT_PEOPLE)
@never_cache
def import_run(request: MemberRequest, run_id: UUID) -> HttpResponse:
    """Wherever an import is: under way, checked, applied, undone or stopped."""
    run = get_import_for(request.viewer, run_id)
    if run.state == ImportRun.State.STAGED:
        return redirect("import_columns", run.public_id)
    if run.is_working:
        return render(request, "imports/working.html", {"run": run, "progress": progress_of(run)})
    kept = kept_by_undo(run)
    note_read(request.viewer, "imports.kept", [each.person.id for each in kept])
    context = {
        "run": run,
        "counts": run.counts,
        "kept": kept,
        "problem_kinds": problem_kinds(run),
        "problems": list(problems_of(run, PROBLEMS_SHOWN)),
        "partial": list(partial_rows(run, PROBLEMS_SHOWN)),
        "may_text": may_text_by_purpose(run),
        "new_branches": sorted(run.summary.get("new_branches", {}).values()),
    }
    return render(request, "imports/run.html", context)


@member_page(Right.IMPORT_PEOPLE)
@never_cache
def progress(request: MemberRequest, run_id: UUID) -> HttpResponse:
    """Asked for every second while a step runs; a finished step reloads the page."""
    run = get_import_for(request.viewer, run_id)
    answer = render(request, "imports/working.html#work", {"run": run, "progress": progress_of(run)})
    if not run.is_working:
        answer["HX-Refresh"] = "true"
    return answer


@member_page(Right.IMPORT_PEOPLE)
def problems_file(request: MemberRequest, run_id: UUID) -> HttpResponseBase:
    """Row numbers and reasons for a spreadsheet; no cells, so nobody's data leaves with it."""
    run = get_import_for(request.viewer, run_id)
    rejected = ((each.number, _("Not loaded"), each.words) for each in problems_of(run))
    partial = ((each.number, _("Loaded, but not all of it"), each.words) for each in partial_rows(run))
    header = (_("Row"), _("What becomes of it"), _("Why"))
    answer = StreamingHttpResponse(
        stream_csv(chain([header], merge(rejected, partial))), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="rows-with-a-problem.csv"'
    return answer


def _step(service: Callable[..., None]) -> Callable[[MemberRequest, UUID], HttpResponse]:
    """A button that starts something on an import and goes back to its page."""

    @member_page(Right.IMPORT_PEOPLE)
    @require_POST
    def press(request: MemberRequest, run_id: UUID) -> HttpResponse:
        run = get_import_for(request.viewer, run_id)
        service(actor=request.viewer.actor, run=run)
        return redirect("import", run.public_id)

    return press


apply = _step(apply_import)
undo = _step(undo_import)
resume = _step(resume_import)
