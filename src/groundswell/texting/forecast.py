"""When a campaign can be finished: what volunteers can text, what numbers can carry, in the hours allowed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from groundswell.outreach.models import OutreachSettings

TEXTS_AN_HOUR = 240  # one volunteer with a script, answering replies in between
MAX_DAYS = 60


@dataclass(frozen=True)
class Forecast:
    """`done_at` is None when it would take more than sixty days, or nobody is there to do it."""

    volunteers: int
    texts_an_hour: int
    done_at: datetime | None


def forecast(
    *,
    texts: int,
    parts: int,
    volunteers: int,
    parts_per_second: int,
    settings: OutreachSettings,
    time_zone: str,
    at: datetime,
) -> Forecast:
    """Hours are the organisation's own; `parts` is what all these texts come to."""
    by_people = volunteers * TEXTS_AN_HOUR
    by_carrier = parts_per_second * 3600 * texts // max(parts, 1)
    an_hour = min(by_people, by_carrier)
    done_at = _walk(texts, an_hour, settings, ZoneInfo(time_zone), at) if an_hour else None
    return Forecast(volunteers=volunteers, texts_an_hour=an_hour, done_at=done_at)


def _walk(
    texts: int, an_hour: int, settings: OutreachSettings, zone: ZoneInfo, at: datetime
) -> datetime | None:
    left = timedelta(hours=texts / an_hour)
    today = at.astimezone(zone).date()
    for day in (today + timedelta(days=number) for number in range(MAX_DAYS)):
        opens = max(at, datetime.combine(day, settings.texts_from, zone))
        closes = datetime.combine(day, settings.texts_until, zone)
        room = closes - opens
        if room <= timedelta():
            continue
        if left <= room:
            return opens + left
        left -= room
    return None
