from django.urls import URLPattern, URLResolver, path

from groundswell.imports.views import prepare, run, upload

_RUN = "people/imports/<uuid:run_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/imports/", upload.imports, name="imports"),
    path("people/imports/new/", upload.new_import, name="import_new"),
    path(_RUN, run.import_run, name="import"),
    path(f"{_RUN}columns/", prepare.columns, name="import_columns"),
    path(f"{_RUN}source/", prepare.source, name="import_source"),
    path(f"{_RUN}progress", run.progress, name="import_progress"),
    path(f"{_RUN}problems.csv", run.problems_file, name="import_problems"),
    path(f"{_RUN}apply", run.apply, name="import_apply"),
    path(f"{_RUN}undo", run.undo, name="import_undo"),
    path(f"{_RUN}resume", run.resume, name="import_resume"),
]
