"""On whose clock a person lives: what they say themselves, else their number, else the organisation.

A British postcode says nothing a British number does not, and postcode tables of countries with several
zones are not shipped; when they are, address comes before number here.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from groundswell.orgs.models import Organisation
from groundswell.people.models import Person

WINTER, SUMMER = datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)
MOST_CLOCKS = 3
Source = Person.ZoneSource


def zone_of_number(organisation: Organisation, candidates: Iterable[str]) -> tuple[str, Source]:
    """A number that may be in several zones takes the organisation's when that is among them.

    Otherwise the one in the middle, at most an hour or so wrong; over more than three clocks it says
    nothing and the organisation's counts.
    """
    by_clock = {_clock(zone): zone for zone in sorted(candidates, reverse=True) if "/" in zone}
    if _clock(organisation.time_zone) in by_clock:
        return organisation.time_zone, Source.NUMBER
    if not by_clock or len(by_clock) > MOST_CLOCKS:
        return organisation.time_zone, Source.ORGANISATION
    zones = [by_clock[clock] for clock in sorted(by_clock)]
    return zones[len(zones) // 2], Source.NUMBER


def _clock(zone: str) -> tuple[float, float]:
    """Two zones are one clock when they agree in winter and in summer."""
    return tuple(_offset(zone, day) for day in (WINTER, SUMMER))  # type: ignore[return-value]


def _offset(zone: str, day: datetime) -> float:
    offset = day.astimezone(ZoneInfo(zone)).utcoffset()
    return offset.total_seconds() if offset else 0.0
