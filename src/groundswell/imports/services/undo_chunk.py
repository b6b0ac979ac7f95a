from collections import Counter
from collections.abc import Collection, Sequence

from groundswell.audit.services.record import record
from groundswell.consent.services import take_back_import_consent
from groundswell.history.models import Changeset
from groundswell.history.services import close_undone, undo_part
from groundswell.imports.facts import ImportUndone
from groundswell.imports.guards import who_stays
from groundswell.imports.locks import lock_imports
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.scope import actor_of_step
from groundswell.imports.staged import CHUNK
from groundswell.imports.steps import add_counts, chunk_of, finish
from groundswell.imports.writing.empty_branches import remove_empty_branches
from groundswell.kernel import clock
from groundswell.kernel.among import Many
from groundswell.kernel.facts import announce
from groundswell.people.models import ContactPoint, Person, Tagging
from groundswell.people.services.index_names import index_names


def undo_chunk(run: ImportRun) -> None:
    """Takes the next rows back: people who came go into the bin, values that changed return.

    Whoever was contacted, opted out or was worked on since stays as they are; suppression always stays.
    """
    rows = list(run.rows.filter(applied=True, position__gt=run.cursor).order_by("position")[:CHUNK])
    actor = actor_of_step(run.organisation_id, run.acting)
    with chunk_of(run) as run:
        assert run.changeset  # nothing is applied without one
        lock_imports(run.organisation_id)
        add_counts(run, "undone", _take_back(run, run.changeset, rows))
        run.rows_done += len(rows)
        if len(rows) == CHUNK:
            run.cursor = rows[-1].position or 0
            return
        add_counts(run, "undone", {"branches": remove_empty_branches(run)})
        finish(run, ImportRun.State.UNDONE)
        close_undone(actor=actor, changeset=run.changeset)
        record(actor, "import.undone", run, **run.summary["undone"])
        announce(
            ImportUndone(organisation_id=run.organisation_id, run_id=run.id, changeset_id=run.changeset.id)
        )


def _take_back(run: ImportRun, changeset: Changeset, rows: Sequence[ImportRow]) -> Counter[str]:
    touched = [row for row in rows if row.person_id and row.outcome != ImportRow.Outcome.UNCHANGED]
    kept = who_stays(run, [row.person_id for row in touched if row.person_id])
    _note_kept(touched, kept)
    came = {row.person_id for row in touched if row.outcome == ImportRow.Outcome.NEW}
    going = Person.objects.alive().filter(
        id__among=Many(each for each in came - kept.keys() if each), changeset_id=changeset.id
    )
    updated = [row.person_id for row in touched if row.outcome == ImportRow.Outcome.UPDATED and row.person_id]
    counts = Counter(removed=going.update(deleted_at=clock.now()), kept=len(kept))
    counts["values"] = _return_values(run, changeset, updated, kept.keys())
    return counts


def _return_values(
    run: ImportRun, changeset: Changeset, person_ids: Sequence[int], kept: Collection[int]
) -> int:
    free = [person_id for person_id in person_ids if person_id not in kept]
    Tagging.objects.filter(person_id__among=Many(free), changeset_id=changeset.id).delete()
    ContactPoint.objects.filter(person_id__among=Many(free), changeset_id=changeset.id).delete()
    points = ContactPoint.objects.filter(person_id__among=Many(free)).values_list("id", flat=True)
    reverted = undo_part(
        changeset=changeset, model_label="people.contactpoint", object_ids=list(points)
    ).reverted
    reverted += undo_part(changeset=changeset, model_label="people.person", object_ids=person_ids).reverted
    actor = actor_of_step(run.organisation_id, run.acting)
    take_back_import_consent(actor=actor, changeset=changeset, person_ids=free)
    index_names(person_ids)
    return reverted


def _note_kept(rows: Sequence[ImportRow], kept: dict[int, str]) -> None:
    staying = [row for row in rows if row.person_id in kept]
    for row in staying:
        row.kept = kept[row.person_id or 0]
    ImportRow.objects.bulk_update(staying, ["kept"], batch_size=500)
