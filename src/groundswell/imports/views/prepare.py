from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from groundswell.imports.access import get_import_for
from groundswell.imports.forms import ColumnsForm, SourceForm
from groundswell.imports.selectors import columns_with_samples
from groundswell.imports.services import map_columns, preview_import, state_source
from groundswell.kernel.errors import BadInput
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest

STEPS = [_("List"), _("Columns"), _("Where from"), _("Check")]


@member_page(Right.IMPORT_PEOPLE)
@never_cache
def columns(request: MemberRequest, run_id: UUID) -> HttpResponse:
    run = get_import_for(request.viewer, run_id)
    form = ColumnsForm(request.POST or None, columns=columns_with_samples(run))
    if form.is_valid():
        try:
            map_columns(actor=request.viewer.actor, run=run, kinds=form.kinds)
        except BadInput as problem:  # said above the columns, with the choices kept
            form.add_error(None, str(problem.message))
        else:
            return redirect("import_source", run.public_id)
    shown = {"run": run, "form": form, "steps": STEPS, "at": 2}
    return render(request, "imports/columns.html", shown, status=422 if form.errors else 200)


@member_page(Right.IMPORT_PEOPLE)
@never_cache
def source(request: MemberRequest, run_id: UUID) -> HttpResponse:
    """Saying where people come from also starts the dry run."""
    run = get_import_for(request.viewer, run_id)
    form = SourceForm(request.POST or None, run=run)
    if form.is_valid():
        actor, evidence = request.viewer.actor, form.cleaned_data["evidence"]
        try:
            state_source(actor=actor, run=run, bases=form.bases, evidence=evidence)
        except BadInput as problem:
            form.add_error("evidence", str(problem.message))
        else:
            preview_import(actor=actor, run=run)
            return redirect("import", run.public_id)
    shown = {"run": run, "form": form, "steps": STEPS, "at": 3}
    return render(request, "imports/source.html", shown, status=422 if form.errors else 200)
