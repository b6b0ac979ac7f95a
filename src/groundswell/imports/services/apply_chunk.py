from collections.abc import Sequence

from groundswell.audit.services.record import record
from groundswell.consent.services import record_consent_for_import
from groundswell.imports.contactable import bases_of
from groundswell.imports.facts import ImportApplied
from groundswell.imports.judging import Outcome, Surroundings, Verdict, judge, look_around
from groundswell.imports.locks import lock_imports
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.scope import actor_of_step, groups_open_to
from groundswell.imports.services.decide_chunk import counts_of, write_verdicts
from groundswell.imports.staged import CHUNK, rows_to_decide
from groundswell.imports.steps import add_counts, chunk_of, finish
from groundswell.imports.writing.addresses import write_addresses
from groundswell.imports.writing.people import change_people, insert_people
from groundswell.imports.writing.tags import write_tags
from groundswell.kernel.among import Many
from groundswell.kernel.facts import announce
from groundswell.people.models import Person


def apply_chunk(run: ImportRun) -> None:
    """Loads the next rows in one transaction with the cursor: all of them, or none."""
    rows = rows_to_decide(run)
    actor = actor_of_step(run.organisation_id, run.acting)
    with chunk_of(run) as run:
        lock_imports(run.organisation_id)
        seen = look_around(run, rows, groups_open_to(actor))
        verdicts = judge(rows, seen)
        _write(run, verdicts, seen)
        run.rows_done += len(rows)
        add_counts(run, "applied", counts_of(verdicts))
        if len(rows) == CHUNK:
            run.cursor = rows[-1].position
            return
        rejected = run.rows.filter(outcome=Outcome.REJECTED).count()
        run.summary = {**run.summary, "applied": {**run.summary["applied"], "rejected": rejected}}
        finish(run, ImportRun.State.APPLIED)
        record(actor, "import.applied", run, **run.summary["applied"])
        announce(
            ImportApplied(
                organisation_id=run.organisation_id, run_id=run.id, changeset_id=run.changeset_id or 0
            )
        )


def _write(run: ImportRun, verdicts: Sequence[Verdict], seen: Surroundings) -> None:
    """People, their addresses and tags, the consent they came with, and what became of each row."""
    counting = [verdict for verdict in verdicts if verdict.counts]
    _make_branches(run, counting, seen)
    new = [verdict for verdict in counting if verdict.outcome == Outcome.NEW]
    updated = [verdict for verdict in counting if verdict.outcome == Outcome.UPDATED]
    insert_people(run, new, seen.field_ids)
    change_people(run, updated)
    _point_to_people(verdicts, new)
    write_addresses(run, new, updated, seen.around.points)
    write_tags(run, [*new, *updated])
    _write_consent(run, [*new, *updated])
    write_verdicts(verdicts)
    ImportRow.objects.filter(id__among=Many(verdict.row.id for verdict in counting)).update(applied=True)


def _write_consent(run: ImportRun, verdicts: Sequence[Verdict]) -> None:
    bases = bases_of(run)
    if run.changeset and bases and verdicts:
        record_consent_for_import(
            changeset=run.changeset,
            people=Person.objects.filter(id__among=Many(verdict.identity or 0 for verdict in verdicts)),
            bases=bases,
            evidence=run.source.get("evidence", ""),
        )


def _make_branches(run: ImportRun, counting: Sequence[Verdict], seen: Surroundings) -> None:
    missing = [verdict for verdict in counting if verdict.group_id is None and "branch" in verdict.row.values]
    made = seen.branches.make([verdict.row.values["branch"] for verdict in missing], run.changeset_id or 0)
    run.summary = {**run.summary, "branches_made": run.summary.get("branches_made", 0) + made}
    for verdict in missing:
        verdict.group_id = seen.branches.find(verdict.row.values["branch"])
        if verdict.person is not None:
            verdict.changes["group_id"] = verdict.group_id


def _point_to_people(verdicts: Sequence[Verdict], new: Sequence[Verdict]) -> None:
    """Rows that repeat somebody who has just come get that person too."""
    ids = {-verdict.row.keys.number: verdict.identity for verdict in new}
    for verdict in verdicts:
        verdict.identity = ids.get(verdict.identity or 0, verdict.identity)
