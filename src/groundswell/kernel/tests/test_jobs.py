from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django_tasks import default_task_backend

from groundswell.kernel import clock
from groundswell.kernel.jobs import enqueue, run_due_jobs, task
from groundswell.kernel.jobs.claim import LEASE, claim_job, fail_job, finish_job
from groundswell.kernel.jobs.registry import find_task
from groundswell.kernel.jobs.run import run_job
from groundswell.kernel.models import Job

pytestmark = pytest.mark.django_db
heard: list[str] = []


@task("tests.hear")
def hear(word: str) -> None:
    if word == "thunder":
        raise RuntimeError(word)
    heard.append(word)


@pytest.fixture(autouse=True)
def _silence() -> None:
    heard.clear()


def test_a_job_runs_once() -> None:
    enqueue("tests.hear", {"word": "hello"})
    assert run_due_jobs() == 1
    assert run_due_jobs() == 0
    assert heard == ["hello"]


def test_a_job_vanishes_with_the_transaction_that_asked_for_it() -> None:
    def change_one_s_mind() -> None:
        with transaction.atomic():
            enqueue("tests.hear", {"word": "never"})
            raise KeyError

    with pytest.raises(KeyError):
        change_one_s_mind()
    assert not Job.objects.exists()


def test_a_second_nudge_with_the_same_key_is_not_kept() -> None:
    assert enqueue("tests.hear", {"word": "once"}, unique_key="once")
    assert enqueue("tests.hear", {"word": "once"}, unique_key="once") is None
    run_due_jobs()
    assert heard == ["once"]


def test_the_more_urgent_job_comes_first() -> None:
    enqueue("tests.hear", {"word": "later"})
    enqueue("tests.hear", {"word": "now"}, priority=5)
    run_due_jobs()
    assert heard == ["now", "later"]


def test_a_job_waits_for_its_time() -> None:
    enqueue("tests.hear", {"word": "tomorrow"}, run_after=clock.now() + timedelta(days=1))
    assert run_due_jobs() == 0
    with time_machine.travel(clock.now() + timedelta(days=1, minutes=1)):
        assert run_due_jobs() == 1


def test_a_running_job_belongs_to_one_worker_until_the_lease_ends() -> None:
    enqueue("tests.hear", {"word": "mine"})
    first = claim_job(worker="a", at=clock.now())
    assert first is not None
    assert claim_job(worker="b", at=clock.now()) is None
    taken_over = claim_job(worker="b", at=clock.now() + LEASE + timedelta(seconds=1))
    assert taken_over is not None
    assert taken_over.id == first.id
    finish_job(first)  # the worker that lost the lease comes back too late
    first.refresh_from_db()
    assert first.state == Job.State.RUNNING


def test_a_failing_job_waits_longer_each_time_and_then_rests_for_a_person() -> None:
    enqueue("tests.hear", {"word": "thunder"})
    for attempt in range(1, 9):
        job = claim_job(worker="a", at=clock.now() + timedelta(days=attempt))
        assert job is not None
        run_job(job)
    job = Job.objects.get()
    assert job.state == Job.State.DEAD
    assert job.last_error == "RuntimeError"


def test_a_failing_job_gives_way_to_a_fresh_nudge_with_its_key() -> None:
    enqueue("tests.hear", {"word": "again"}, unique_key="again")
    job = claim_job(worker="a", at=clock.now())
    assert job is not None
    assert enqueue("tests.hear", {"word": "again"}, unique_key="again")
    fail_job(job, "Trouble")
    assert Job.objects.filter(state=Job.State.WAITING).count() == 1


def test_the_django_task_interface_speaks_to_the_same_table() -> None:
    result = find_task("tests.hear").using(priority=3).enqueue(word="standard")
    assert Job.objects.get(id=result.id).priority == 3
    run_due_jobs()
    assert heard == ["standard"]
    assert default_task_backend.get_result(result.id).status == "SUCCESSFUL"
