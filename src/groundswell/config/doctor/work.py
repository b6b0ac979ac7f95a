"""The work: jobs that wait or died, and whether sending is paused."""

from collections.abc import Iterator

from groundswell.config.doctor.finding import Finding
from groundswell.kernel import clock
from groundswell.kernel.models import Job
from groundswell.orgs.models import Organisation

LATE_AFTER_SECONDS = 300


def jobs() -> Iterator[Finding]:
    moment = clock.database_now()
    due = Job.objects.filter(state=Job.State.WAITING, run_after__lte=moment)
    oldest = due.order_by("run_after").values_list("run_after", flat=True).first()
    seconds = round((moment - oldest).total_seconds()) if oldest else 0
    words = f"{due.count()} wait" + (f", the oldest for {seconds} s" if oldest else "")
    if seconds > LATE_AFTER_SECONDS:
        yield Finding.wrong(
            "jobs", f"{words}. Does the worker run? ./groundswell serve, or ./groundswell worker"
        )
    else:
        yield Finding.good("jobs", words)
    dead = Job.objects.filter(state=Job.State.DEAD)
    if dead.exists():
        names = sorted(set(dead.values_list("task", flat=True)))
        yield Finding.wrong("jobs", f"{dead.count()} gave up after many attempts: {', '.join(names[:5])}")


def sending() -> Iterator[Finding]:
    paused = Organisation.objects.filter(sending_paused_at__isnull=False).count()
    if paused:
        yield Finding.note("sending", f"paused for {paused} organisations. Go on: ./groundswell resume")
    else:
        yield Finding.good("sending", "not paused")
