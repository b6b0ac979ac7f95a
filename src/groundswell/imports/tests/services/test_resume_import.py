"""Crashes and races: an import is never half applied, and the same file twice makes nobody twice."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections

from groundswell.imports.models import ImportRun
from groundswell.imports.services import apply_import, go_on, resume_import
from groundswell.imports.services.undo_import import undo_import
from groundswell.kernel import clock
from groundswell.kernel.jobs import run_due_jobs
from groundswell.kernel.models import Job
from groundswell.people.models import ContactPoint, Person
from tests.importing import check_file
from tests.world import World

ROWS = 60
FILE = "Member no,Name,Mobile,Branch\n" + "".join(
    f"{number if number % 3 else ''},Person N{number},0740012{number:04d},Branch {number % 4}\n"
    for number in range(ROWS)
)


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("staged", "services.read_chunk", "services.decide_chunk", "services.apply_chunk"):
        monkeypatch.setattr(f"groundswell.imports.{module}.CHUNK", 7)
    monkeypatch.setattr("groundswell.imports.services.undo_chunk.CHUNK", 7)


class PowerCut(BaseException):
    """What kill -9 looks like from inside: nothing catches it, nothing after it runs."""


def cut_power_after(statements: int) -> Callable[..., object]:
    """Lets so many statements through and then ends everything."""
    left = [statements]

    def run(execute: Callable[..., object], *rest: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise PowerCut
        return execute(*rest)

    return run


def carry_on(run: ImportRun) -> None:
    """A worker that comes back after the crash: the job's lease has run out."""
    Job.objects.filter(state=Job.State.RUNNING).update(lease_until=clock.now())
    run_due_jobs()
    run.refresh_from_db()


@pytest.mark.faults
@pytest.mark.parametrize("statement", range(3, 120, 9))
@pytest.mark.django_db(transaction=True)
def test_a_power_cut_at_any_statement_loses_nothing_and_doubles_nothing(world: World, statement: int) -> None:
    run = check_file(world.amina, world.national, FILE)
    apply_import(actor=world.amina.actor, run=run)
    with connection.execute_wrapper(cut_power_after(statement)), pytest.raises(PowerCut):
        run_due_jobs()
    run.refresh_from_db()
    applied = run.rows.filter(applied=True).count()
    assert Person.objects.count() == applied, "people and cursor were committed together"
    assert applied == run.rows_done
    carry_on(run)
    assert run.state == ImportRun.State.APPLIED, run.problem
    assert Person.objects.count() == ContactPoint.objects.count() == ROWS
    undo_import(actor=world.amina.actor, run=run)
    with connection.execute_wrapper(cut_power_after(statement)), pytest.raises(PowerCut):
        run_due_jobs()
    carry_on(run)
    assert run.state == ImportRun.State.UNDONE
    assert not Person.objects.alive().exists()


def test_a_step_that_stopped_says_so_and_goes_on_where_it_was(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = check_file(world.amina, world.national, FILE)
    apply_import(actor=world.amina.actor, run=run)
    go_on(run_id=run.id)
    with monkeypatch.context() as broken:
        broken.setattr("groundswell.imports.services.apply_chunk.judge", lambda *_: 1 / 0)
        go_on(run_id=run.id)
    run.refresh_from_db()
    assert (run.state, run.stopped_in, run.rows_done) == (ImportRun.State.FAILED, ImportRun.State.APPLYING, 7)
    resume_import(actor=world.amina.actor, run=run)
    carry_on(run)
    assert run.state == ImportRun.State.APPLIED
    assert Person.objects.count() == ROWS


def test_a_nudge_too_many_changes_nothing(world: World) -> None:
    run = check_file(world.amina, world.national, FILE)
    apply_import(actor=world.amina.actor, run=run)
    carry_on(run)
    go_on(run_id=run.id)
    assert Person.objects.count() == ROWS


@pytest.mark.django_db(transaction=True)
def test_the_same_file_twice_at_once_makes_nobody_twice(world: World) -> None:
    runs = [check_file(world.amina, world.national, FILE) for _ in range(2)]
    for run in runs:
        assert run.summary["preview"]["new"] == ROWS
        apply_import(actor=world.amina.actor, run=run)
    threads = [threading.Thread(target=_drive, args=(run.id,)) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Person.objects.count() == ROWS
    assert ContactPoint.objects.count() == ROWS
    made = sum(ImportRun.objects.get(id=run.id).summary["applied"].get("new", 0) for run in runs)
    assert made == ROWS


def _drive(run_id: int) -> None:
    try:
        while ImportRun.objects.get(id=run_id).is_working:
            go_on(run_id=run_id)
    finally:
        connections.close_all()
