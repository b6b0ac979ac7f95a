"""In which time zones people may be texted now, and when the next one opens."""

from collections.abc import Iterable
from datetime import datetime

from groundswell.kernel import clock
from groundswell.orgs.models import Organisation
from groundswell.outreach.models import OutreachSettings
from groundswell.outreach.quiet_hours import next_opening, zones_open


def open_zones(organisation: Organisation) -> list[str]:
    return sorted(zones_open(OutreachSettings.of(organisation), clock.now()))


def first_opening(organisation: Organisation, zones: Iterable[str]) -> datetime | None:
    """When somebody in one of these zones may be texted again."""
    settings, now = OutreachSettings.of(organisation), clock.now()
    return min((next_opening(settings, zone, now) for zone in zones), default=None)
