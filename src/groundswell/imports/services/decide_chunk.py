from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Count

from groundswell.imports.branches import MOST_NEW
from groundswell.imports.bulk_write import write_columns
from groundswell.imports.errors import TooManyBranches
from groundswell.imports.judging import Verdict, judge, look_around
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.reasons import Reason
from groundswell.imports.scope import actor_of_step, groups_open_to
from groundswell.imports.staged import CHUNK, rows_to_decide
from groundswell.imports.steps import add_counts, chunk_of, finish
from groundswell.people.names import plain


def decide_chunk(run: ImportRun) -> None:
    """Second pass of the dry run: whom each row is, and what it would change."""
    rows = rows_to_decide(run)
    open_groups = groups_open_to(actor_of_step(run.organisation_id, run.acting))
    verdicts = judge(rows, look_around(run, rows, open_groups))
    with chunk_of(run) as run:
        write_verdicts(verdicts)
        run.rows_done += len(rows)
        add_counts(run, "preview", counts_of(verdicts))
        _note_branches(run, verdicts)
        if len(rows) == CHUNK:
            run.cursor = rows[-1].position
        else:
            add_counts(run, "preview", {"households": count_households(run)})
            finish(run, ImportRun.State.PREVIEWED)


def write_verdicts(verdicts: Iterable[Verdict]) -> None:
    write_columns(
        ImportRow,
        ("outcome", "reason", "same_as", "person"),
        [
            (each.row.id, each.outcome, each.reason or "", each.same_as, _person_id(each.identity))
            for each in verdicts
        ],
    )


def counts_of(verdicts: Sequence[Verdict]) -> Counter[str]:
    """The loud numbers: rows by outcome, who may be texted at all and for what, who stays opted out."""
    counts: Counter[str] = Counter(verdict.outcome.value for verdict in verdicts)
    counts["partial"] = sum(verdict.counts and verdict.row.is_partial for verdict in verdicts)
    counts["duplicates"] = sum(verdict.reason is Reason.SAME_ROW for verdict in verdicts)
    counts["stay_out"] = sum(verdict.stays_out for verdict in verdicts)
    counts["may_text"] = sum(bool(verdict.may_text_for) for verdict in verdicts)
    counts.update(f"may_text_{purpose}" for verdict in verdicts for purpose in verdict.may_text_for)
    return counts


def count_households(run: ImportRun) -> int:
    """Mobiles that more than one person of the file has."""
    rows = run.rows.exclude(phone_key=None).exclude(outcome=ImportRow.Outcome.REJECTED)
    return rows.values("phone_key").annotate(people=Count("id")).filter(people__gt=1).count()


def _person_id(identity: int | None) -> int | None:
    return identity if identity and identity > 0 else None


def _note_branches(run: ImportRun, verdicts: Iterable[Verdict]) -> None:
    """Collects the branches that applying would make."""
    names = {
        plain(name): name
        for verdict in verdicts
        if verdict.counts and verdict.group_id is None and (name := verdict.row.values.get("branch"))
    }
    new = {**names, **run.summary.get("new_branches", {})}
    if len(new) > MOST_NEW:
        raise TooManyBranches
    run.summary = {**run.summary, "new_branches": new}
