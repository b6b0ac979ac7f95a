from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.imports.errors import ImportNotReady
from groundswell.imports.models import ImportRun
from groundswell.imports.scope import require_import_right
from groundswell.imports.steps import nudge


def resume_import(*, actor: Actor, run: ImportRun) -> None:
    """Goes on at the row where a step stopped."""
    require_import_right(actor, run.group)
    with transaction.atomic():
        run = ImportRun.objects.select_for_update(of=("self",)).get(id=run.id)
        if run.state != ImportRun.State.FAILED or not run.stopped_in:
            raise ImportNotReady
        run.state, run.stopped_in, run.problem = run.stopped_in, "", ""
        run.acting_id = actor.membership_id
        run.save(update_fields=["state", "stopped_in", "problem", "acting"])
        nudge(run)
