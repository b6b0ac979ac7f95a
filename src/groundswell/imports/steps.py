"""The steps of a run: each a chunk in one transaction with its cursor, and a nudge for the next.

A crash leaves the cursor where the last commit put it; whoever is nudged next goes on from there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction

from groundswell.imports.models import ImportRun
from groundswell.kernel import clock
from groundswell.kernel.jobs import enqueue

TASK = "imports.go_on"


class StepTaken(Exception):
    """Another worker did this chunk meanwhile."""


def begin(run: ImportRun, state: ImportRun.State, phase: str, *, acting_id: int | None) -> None:
    """Starts a step over all rows; call inside the transaction that decided so."""
    run.state, run.phase, run.stopped_in, run.problem = state, phase, "", ""
    run.rows_done = run.cursor = 0
    run.acting_id, run.step_began_at, run.finished_at = acting_id, clock.now(), None
    run.save()
    nudge(run)


def nudge(run: ImportRun) -> None:
    enqueue(TASK, {"run_id": run.id}, organisation_id=run.organisation_id, unique_key=f"imports:{run.id}")


@contextmanager
def chunk_of(seen: ImportRun) -> Iterator[ImportRun]:
    """The transaction of a chunk: the run locked, and still where it was when the chunk was read."""
    with transaction.atomic():
        run = (
            ImportRun.objects.select_for_update(of=("self",))
            .select_related("group__organisation", "acting", "changeset")
            .get(id=seen.id)
        )
        if (run.state, run.phase, run.cursor) != (seen.state, seen.phase, seen.cursor):
            raise StepTaken
        yield run
        run.save()
        if run.is_working:
            nudge(run)


def add_counts(run: ImportRun, key: str, counts: Mapping[str, int]) -> None:
    """Adds up what the chunks of a step counted, under `summary[key]`."""
    total = Counter(run.summary.get(key, {}))
    total.update(counts)
    run.summary = {**run.summary, key: dict(total)}


def finish(run: ImportRun, state: ImportRun.State) -> None:
    run.state, run.phase, run.finished_at = state, "", clock.now()
