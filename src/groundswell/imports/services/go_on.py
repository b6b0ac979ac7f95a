import logging
from collections.abc import Callable

from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from groundswell.imports.models import ImportRun
from groundswell.imports.services.apply_chunk import apply_chunk
from groundswell.imports.services.decide_chunk import decide_chunk
from groundswell.imports.services.read_chunk import read_chunk
from groundswell.imports.services.undo_chunk import undo_chunk
from groundswell.imports.steps import StepTaken
from groundswell.kernel.errors import DomainError

logger = logging.getLogger(__name__)
State = ImportRun.State
TRIES = 3  # somebody may add the same person by hand at the same moment

CHUNKS: dict[tuple[str, str], Callable[[ImportRun], None]] = {
    (State.PREVIEWING, "read"): read_chunk,
    (State.PREVIEWING, "decide"): decide_chunk,
    (State.APPLYING, "write"): apply_chunk,
    (State.UNDOING, "take_back"): undo_chunk,
}


def go_on(*, run_id: int) -> None:
    """Takes the next chunk of whatever step a run is at; when that fails, says where it stopped and why."""
    run = ImportRun.objects.select_related("group__organisation", "acting", "changeset").get(id=run_id)
    chunk = CHUNKS.get((run.state, run.phase))
    if chunk is None:
        return
    try:
        _try(chunk, run)
    except StepTaken:
        return
    except OperationalError:  # locked or full: the job comes back by itself
        raise
    except DomainError as problem:
        _stop(run, str(problem.message))
    except Exception as problem:  # noqa: BLE001 - whatever it was, the run says that it stopped
        # a trace could quote a row: the log gets the kind of the trouble and the run, no more
        logger.error("import stopped", extra={"run": run.id, "kind": type(problem).__name__})
        _stop(run, _("Something went wrong on our side. Nothing is half done: you can go on from here."))


def _try(chunk: Callable[[ImportRun], None], run: ImportRun) -> None:
    for left in reversed(range(TRIES)):
        try:
            chunk(run)
        except IntegrityError:
            if not left:
                raise
        else:
            break


def _stop(seen: ImportRun, problem: str) -> None:
    with transaction.atomic():
        run = ImportRun.objects.select_for_update(of=("self",)).get(id=seen.id)
        if run.is_working:
            run.stopped_in, run.state, run.problem = run.state, State.FAILED, problem[:300]
            run.save(update_fields=["stopped_in", "state", "problem"])
