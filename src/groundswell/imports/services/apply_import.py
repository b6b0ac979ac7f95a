from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.services import open_changeset
from groundswell.imports.errors import ImportNotReady
from groundswell.imports.locks import lock_imports
from groundswell.imports.models import ImportRun
from groundswell.imports.scope import require_import_right
from groundswell.imports.steps import begin
from groundswell.people.models import CustomField


def apply_import(*, actor: Actor, run: ImportRun) -> None:
    """Starts loading what the dry run showed; every row is decided again at the moment it is written."""
    require_import_right(actor, run.group)
    with transaction.atomic():
        lock_imports(run.organisation_id)
        run = ImportRun.objects.select_for_update(of=("self",)).get(id=run.id)
        if run.state != ImportRun.State.PREVIEWED:
            raise ImportNotReady
        label = _("Import of %(file)s") % {"file": run.file_name}
        run.changeset = open_changeset(actor=actor, kind="import", label=label)
        _make_fields(run)
        run.summary = {**run.summary, "applied": {}, "branches_made": 0}
        record(actor, "import.begun", run, rows=run.rows_total)
        begin(run, ImportRun.State.APPLYING, "write", acting_id=actor.membership_id)


def _make_fields(run: ImportRun) -> None:
    """The organisation's own fields that columns were said to be."""
    wanted = {
        header[:80] for header, kind in zip(run.headers, run.mapping, strict=True) if kind == "custom_text"
    }
    kept = CustomField.objects.filter(organisation_id=run.organisation_id, deleted_at=None)
    known = {label.lower() for label in kept.values_list("label", flat=True)}
    CustomField.objects.bulk_create(
        CustomField(organisation_id=run.organisation_id, label=label)
        for label in sorted(wanted)
        if label.lower() not in known
    )
