from pathlib import Path

from django.conf import settings

from groundswell.audit.models import AuditEntry
from groundswell.audit.services.seal_entries import seal_entries
from groundswell.kernel import clock
from groundswell.kernel.jobs import loop, periodic

seal_loop = loop("audit.seal", idle_seconds=1.0)(seal_entries)


@periodic("audit.anchor", seconds=3600)
def anchor_head() -> None:
    """Keeps the newest hash outside the database: a chain without an anchor proves nothing."""
    head = AuditEntry.objects.exclude(sequence=None).order_by("-sequence").first()
    if head is None:
        return
    with Path(settings.HOME, "audit-anchors.log").open("a") as file:
        file.write(f"{clock.now().isoformat()} {head.sequence} {head.hash}\n")
