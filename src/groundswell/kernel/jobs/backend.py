from typing import Any

from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist

from groundswell.kernel.jobs.enqueue import enqueue
from groundswell.kernel.jobs.registry import find_task, name_of
from groundswell.kernel.models import Job

STATUS = {
    Job.State.WAITING: TaskResultStatus.READY,
    Job.State.RUNNING: TaskResultStatus.RUNNING,
    Job.State.DONE: TaskResultStatus.SUCCESSFUL,
    Job.State.DEAD: TaskResultStatus.FAILED,
}


class LeasedTableBackend(BaseTaskBackend):
    """Django's task interface over the leased job table; arguments are keywords only."""

    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        if args:
            raise TypeError("Tasks take keyword arguments only")
        job = enqueue(
            name_of(task),
            kwargs,
            run_after=task.run_after,
            priority=task.priority,
            queue=task.queue_name,
        )
        assert job is not None  # without a unique key a job is always inserted
        return self._result(job)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        try:
            return self._result(Job.objects.get(id=result_id))
        except (Job.DoesNotExist, ValueError) as error:
            raise TaskResultDoesNotExist(result_id) from error

    def _result(self, job: Job) -> TaskResult[Any]:
        return TaskResult(
            task=find_task(job.task),
            id=str(job.id),
            status=STATUS[Job.State(job.state)],
            enqueued_at=job.created_at,
            started_at=None,
            last_attempted_at=None,
            finished_at=job.finished_at,
            args=[],
            kwargs=job.arguments,
            backend=self.alias,
            errors=[],
            worker_ids=[job.worker] if job.worker else [],
        )
