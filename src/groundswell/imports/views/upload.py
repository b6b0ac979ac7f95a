from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from groundswell.imports.access import imports_for
from groundswell.imports.forms import UploadForm
from groundswell.imports.services import stage_import
from groundswell.imports.views.prepare import STEPS
from groundswell.kernel.routes import member_page
from groundswell.kernel.spreadsheets import SheetRefused
from groundswell.orgs.access import groups_for
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest

LIST_LENGTH = 50


@member_page(Right.IMPORT_PEOPLE)
@never_cache
def imports(request: MemberRequest) -> HttpResponse:
    """Imports so far, newest first."""
    runs = imports_for(request.viewer).order_by("-id")[:LIST_LENGTH]
    return render(request, "imports/imports.html", {"runs": runs})


@member_page(Right.IMPORT_PEOPLE)
@never_cache
def new_import(request: MemberRequest) -> HttpResponse:
    groups = groups_for(request.viewer, Right.IMPORT_PEOPLE).order_by("path")
    form = UploadForm(request.POST or None, request.FILES or None, groups=groups)
    if request.method == "POST" and form.is_valid():
        try:
            run = stage_import(
                actor=request.viewer.actor,
                group=form.cleaned_data["group"],
                file_name=form.file_name,
                source=form.source,
            )
        except SheetRefused as refused:  # shown beside the file, with the choice of group kept
            form.add_error("file", str(refused.message))
        else:
            return redirect("import_columns", run.public_id)
    shown = {"form": form, "steps": STEPS, "at": 1}
    return render(request, "imports/upload.html", shown, status=422 if form.errors else 200)
