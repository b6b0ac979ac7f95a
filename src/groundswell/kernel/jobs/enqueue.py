from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from groundswell.kernel import clock
from groundswell.kernel.models import Job


def enqueue(
    name: str,
    arguments: dict[str, Any] | None = None,
    *,
    organisation_id: int | None = None,
    run_after: datetime | None = None,
    priority: int = 0,
    queue: str = "default",
    unique_key: str | None = None,
) -> Job | None:
    """Inserts a job in the caller's transaction; None when one with the same key already waits."""
    job = Job(
        task=name,
        arguments=arguments or {},
        organisation_id=organisation_id,
        queue=queue,
        priority=priority,
        unique_key=unique_key,
        run_after=run_after or clock.now(),
    )
    if unique_key is None:
        job.save(force_insert=True)
        return job
    return _insert_once(job)


def _insert_once(job: Job) -> Job | None:
    try:
        with transaction.atomic():
            job.save(force_insert=True)
    except IntegrityError:
        return None
    return job
