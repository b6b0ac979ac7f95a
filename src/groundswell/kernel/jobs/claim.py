"""Leases: who works on a job until when. The database's clock decides."""

from datetime import datetime, timedelta

from django.db import IntegrityError, connection, models, transaction
from django.db.models import F, Q

from groundswell.kernel import clock
from groundswell.kernel.models import Job

LEASE = timedelta(minutes=2)
LONGEST_BACKOFF = timedelta(hours=1)


def claim_job(*, worker: str, at: datetime | None = None) -> Job | None:
    """Takes the most urgent due job, or one whose worker went silent."""
    at = at or clock.database_now()
    due = Q(state=Job.State.WAITING, run_after__lte=at) | Q(state=Job.State.RUNNING, lease_until__lt=at)
    if connection.vendor == "sqlite" and not Job.objects.filter(due).exists():
        return None  # looking costs no write lock
    with transaction.atomic():
        waiting = Job.objects.filter(due).order_by("-priority", "run_after", "id")
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        job = waiting.first()
        if job is None:
            return None
        job.state, job.worker, job.lease_until = Job.State.RUNNING, worker, at + LEASE
        job.attempts += 1
        job.save(update_fields=["state", "worker", "lease_until", "attempts"])
    return job


def renew_lease(job_id: int, *, worker: str) -> None:
    """Keeps a long job ours while it is being worked on."""
    held = Job.objects.filter(id=job_id, worker=worker, state=Job.State.RUNNING)
    held.update(lease_until=clock.database_now() + LEASE)


def finish_job(job: Job) -> None:
    if job.every_seconds:
        _wait_again(job, after=timedelta(seconds=job.every_seconds), attempts=0)
        return
    _held(job).update(state=Job.State.DONE, finished_at=clock.database_now(), last_error="")


def fail_job(job: Job, problem: str) -> None:
    """Waits longer after each failure; after the last one the job is dead and shows in `doctor`."""
    if job.attempts >= job.max_attempts and not job.every_seconds:
        _held(job).update(state=Job.State.DEAD, last_error=problem[:200], finished_at=clock.database_now())
        return
    backoff = min(timedelta(seconds=5 * 2 ** min(job.attempts, 12)), LONGEST_BACKOFF)
    _wait_again(job, after=backoff, attempts=job.attempts, problem=problem)


def _wait_again(job: Job, *, after: timedelta, attempts: int, problem: str = "") -> None:
    again = {
        "state": Job.State.WAITING,
        "run_after": clock.database_now() + after,
        "attempts": attempts,
        "last_error": problem[:200],
    }
    try:
        with transaction.atomic():
            _held(job).update(**again)
    except IntegrityError:  # a fresh nudge with the same key already waits: it will do
        _held(job).update(state=Job.State.DONE, finished_at=F("run_after"), last_error=problem[:200])


def _held(job: Job) -> models.QuerySet[Job]:
    return Job.objects.filter(id=job.id, worker=job.worker, state=Job.State.RUNNING)
