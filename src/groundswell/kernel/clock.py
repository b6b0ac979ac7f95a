"""The one place that says what time it is, so that tests can travel."""

from datetime import datetime

from django.db import connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime


def now() -> datetime:
    """The time for business rules, aware and in UTC."""
    return timezone.now()


def read_moment(text: str) -> datetime | None:
    """A moment somebody sent; None when it is none, or does not say in which time zone."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None


def database_now() -> datetime:
    """The database's clock, for leases: machines may disagree, the database does not."""
    if connection.vendor == "sqlite":
        return now()  # one machine, one clock
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment
