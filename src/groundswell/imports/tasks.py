from groundswell.imports import services, steps
from groundswell.kernel.jobs import task


@task(steps.TASK)
def go_on(run_id: int) -> None:
    services.go_on(run_id=run_id)
