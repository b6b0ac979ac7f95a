"""The leased job table behind the Django Tasks interface.

Durable work is state in a domain table; a job is the nudge to look at it, so it may run twice.
"""

from groundswell.kernel.jobs.enqueue import enqueue
from groundswell.kernel.jobs.registry import loop, periodic, task
from groundswell.kernel.jobs.run import run_due_jobs

__all__ = ["enqueue", "loop", "periodic", "run_due_jobs", "task"]
