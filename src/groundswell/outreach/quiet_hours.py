"""When people may be contacted, on their own clocks. Computed in Python, asked in SQL as `zone IN (...)`."""

from datetime import datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from groundswell.outreach.models.outreach_settings import OutreachSettings


def zones_open(settings: OutreachSettings, at: datetime) -> frozenset[str]:
    """Every IANA zone in which it is now late enough and early enough."""
    return _zones_open(settings.texts_from, settings.texts_until, at.replace(second=0, microsecond=0))


def is_open(settings: OutreachSettings, zone: str, at: datetime) -> bool:
    """An unknown zone is never open."""
    return zone in known_zones() and _within(settings, at.astimezone(_clock(zone)))


def next_opening(settings: OutreachSettings, zone: str, at: datetime) -> datetime:
    """When contact becomes possible there: `at` itself when it is already."""
    local = at.astimezone(_clock(zone))
    if _within(settings, local):
        return at
    days = 0 if local.time() < settings.texts_from else 1
    opening = datetime.combine(local.date() + timedelta(days=days), settings.texts_from, local.tzinfo)
    return opening.astimezone(at.tzinfo)


@cache
def known_zones() -> frozenset[str]:
    return frozenset(available_timezones())


@lru_cache(maxsize=8)
def _zones_open(start: time, end: time, at: datetime) -> frozenset[str]:
    return frozenset(zone for zone in known_zones() if start <= at.astimezone(_clock(zone)).time() < end)


def _within(settings: OutreachSettings, local: datetime) -> bool:
    return settings.texts_from <= local.time() < settings.texts_until


@cache
def _clock(zone: str) -> ZoneInfo:
    """Kept, since reading 600 zones from disk each minute would not be free."""
    return ZoneInfo(zone)
