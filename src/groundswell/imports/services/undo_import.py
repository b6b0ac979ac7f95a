from datetime import timedelta

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.imports.errors import ImportNotReady, TooLateToUndo
from groundswell.imports.models import ImportRun
from groundswell.imports.scope import require_import_right
from groundswell.imports.steps import begin
from groundswell.kernel import clock

KEEP_ROWS = timedelta(days=30)


def undo_import(*, actor: Actor, run: ImportRun) -> None:
    """Starts taking an import back: also one that stopped half-way."""
    require_import_right(actor, run.group)
    with transaction.atomic():
        run = ImportRun.objects.select_for_update(of=("self",)).get(id=run.id)
        stopped_applying = run.state == run.State.FAILED and run.stopped_in == run.State.APPLYING
        if run.state != run.State.APPLIED and not stopped_applying:
            raise ImportNotReady
        if run.made_at < clock.now() - KEEP_ROWS:
            raise TooLateToUndo
        applied_at = run.finished_at or clock.now()
        run.summary = {**run.summary, "undone": {}}
        record(actor, "import.undo_begun", run)
        begin(run, ImportRun.State.UNDOING, "take_back", acting_id=actor.membership_id)
        ImportRun.objects.filter(id=run.id).update(finished_at=applied_at)
