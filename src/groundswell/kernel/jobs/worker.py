"""The worker process: threads that take jobs, and one thread for each endless loop."""

import logging
import os
import socket
import threading
from collections.abc import Callable

from django.db import close_old_connections, connection, connections

from groundswell.kernel import clock
from groundswell.kernel.jobs.claim import LEASE, claim_job, renew_lease
from groundswell.kernel.jobs.registry import Loop, loops, periodics
from groundswell.kernel.jobs.run import run_job
from groundswell.kernel.models import Job

logger = logging.getLogger(__name__)
IDLE_SECONDS = 0.25
AFTER_TROUBLE_SECONDS = 1.0


def run_worker(stop: threading.Event, *, job_threads: int | None = None) -> None:
    """Works until `stop` is set, then finishes what is in hand."""
    plant_periodic_jobs()
    count = job_threads or (1 if connection.vendor == "sqlite" else 2)
    steps = [_job_step(f"{socket.gethostname()}:{os.getpid()}:{number}") for number in range(count)]
    endless = [Loop(f"jobs-{number}", step, IDLE_SECONDS) for number, step in enumerate(steps)]
    threads = [
        threading.Thread(target=repeat, args=(each, stop), name=each.name)
        for each in [*endless, *loops.values()]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def plant_periodic_jobs() -> None:
    """One waiting row for each task that comes round."""
    for name, seconds in periodics.items():
        planted = Job.objects.filter(unique_key=f"periodic:{name}")
        if not planted.update(every_seconds=seconds):
            Job.objects.create(
                task=name, every_seconds=seconds, unique_key=f"periodic:{name}", run_after=clock.now()
            )


def repeat(work: Loop, stop: threading.Event) -> None:
    """Repeats a step until told to stop; trouble (a database away) makes it wait, never end."""
    while not stop.is_set():
        try:
            close_old_connections()
            more = work.step()
        except Exception:
            logger.exception("loop failed", extra={"loop": work.name})
            connections.close_all()
            stop.wait(AFTER_TROUBLE_SECONDS)
        else:
            if not more:
                stop.wait(work.idle_seconds)
    connections.close_all()


def _job_step(worker: str) -> Callable[[], bool]:
    def step() -> bool:
        job = claim_job(worker=worker)
        if job is None:
            return False
        with _Heartbeat(job):
            run_job(job)
        return True

    return step


class _Heartbeat:
    """Renews the lease of a job while it runs."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self.thread.join()

    def _beat(self) -> None:
        try:
            while not self.done.wait(LEASE.total_seconds() / 4):
                renew_lease(self.job.id, worker=self.job.worker)
        finally:
            connections.close_all()
