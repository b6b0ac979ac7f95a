from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from groundswell.consent.channels import Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent
from groundswell.orgs.viewer import Viewer
from groundswell.people.life import Happening, timeline_sources
from groundswell.people.models import Person


def ledger(viewer: Viewer, person: Person, before: datetime | None, limit: int) -> Iterator[Happening]:
    events = ConsentEvent.objects.filter(person=person).select_related("recorded_by__user").order_by("-id")
    if before:
        events = events.filter(effective_at__lt=before)
    for event in events[:limit]:
        who = str(event.recorded_by) if event.recorded_by else ""
        yield Happening(event.effective_at, _words(event), event.evidence, who, "hand-raised")


def _words(event: ConsentEvent) -> str:
    """Three labels side by side: what they say needs no sentence around it."""
    purpose = Purpose(event.purpose).label if event.purpose else _("everything")
    return f"{Channel(event.channel).label} · {purpose} · {ConsentStatus(event.status).label}"


timeline_sources.register("consent.ledger", ledger)
