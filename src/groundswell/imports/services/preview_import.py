from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.imports.errors import ImportNotReady
from groundswell.imports.models import ImportRun
from groundswell.imports.scope import require_import_right
from groundswell.imports.steps import begin

READY = {ImportRun.State.STAGED, ImportRun.State.PREVIEWED}


def preview_import(*, actor: Actor, run: ImportRun) -> None:
    """Starts the dry run: every row is read and decided, and nothing but the run itself is written."""
    require_import_right(actor, run.group)
    with transaction.atomic():
        run = ImportRun.objects.select_for_update(of=("self",)).get(id=run.id)
        if run.state not in READY or not run.source:
            raise ImportNotReady
        run.summary = {}
        begin(run, ImportRun.State.PREVIEWING, "read", acting_id=actor.membership_id)
