from groundswell.imports import services, steps
from groundswell.imports.services import purge_rows
from groundswell.kernel.jobs import periodic, task


@task(steps.TASK)
def go_on(run_id: int) -> None:
    services.go_on(run_id=run_id)


@periodic("imports.purge_rows", seconds=3600)
def purge() -> None:
    purge_rows.purge_rows()
