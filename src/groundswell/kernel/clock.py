"""The one place that says what time it is, so that tests can travel."""

from datetime import datetime

from django.db import connection
from django.utils import timezone


def now() -> datetime:
    """The time for business rules, aware and in UTC."""
    return timezone.now()


def database_now() -> datetime:
    """The database's clock, for leases: machines may disagree, the database does not."""
    if connection.vendor == "sqlite":
        return now()  # one machine, one clock
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment
