from datetime import timedelta
from typing import Any

from groundswell.kernel import clock
from groundswell.kernel.facts import find_reaction
from groundswell.kernel.jobs import periodic, task
from groundswell.kernel.models import Job

KEEP_DONE_JOBS = timedelta(days=3)


@task("kernel.react")
def react(reaction: str, fact: dict[str, Any]) -> None:
    """Tells one reaction of one fact."""
    fact_type, function = find_reaction(reaction)
    function(fact_type(**fact))


@periodic("kernel.forget_done_jobs", seconds=3600)
def forget_done_jobs() -> None:
    Job.objects.filter(state=Job.State.DONE, finished_at__lt=clock.now() - KEEP_DONE_JOBS).delete()
