import logging

from groundswell.kernel import clock
from groundswell.kernel.jobs.claim import claim_job, fail_job, finish_job
from groundswell.kernel.jobs.registry import find_task
from groundswell.kernel.models import Job

logger = logging.getLogger(__name__)


def run_job(job: Job) -> None:
    """Runs a claimed job and settles it; a failure is logged by its kind, never by its data."""
    try:
        find_task(job.task).func(**job.arguments)
    except Exception as error:
        logger.exception("job failed", extra={"job": job.id, "task": job.task, "attempt": job.attempts})
        fail_job(job, type(error).__name__)
    else:
        finish_job(job)


def run_due_jobs(*, most: int = 1000) -> int:
    """Runs what is due now, here, and lets a failure through: for tests and `doctor`."""
    for count in range(most):
        job = claim_job(worker="here", at=clock.now())
        if job is None:
            return count
        find_task(job.task).func(**job.arguments)
        finish_job(job)
    return most
