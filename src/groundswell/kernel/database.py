"""What differs between SQLite and PostgreSQL and is no business of a domain."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import DomainError


class QueryTooSlow(DomainError):
    """A question that took longer than we let anybody wait."""

    status = 503
    message = _("That question takes too long to answer. Make it narrower, for example by a branch.")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Reads inside may take so long in all; raises QueryTooSlow after it."""
    limiter = _limit_postgres if connection.vendor == "postgresql" else _limit_sqlite
    with limiter(seconds):
        yield


@contextmanager
def _limit_postgres(seconds: float) -> Iterator[None]:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(int(seconds * 1000))])
            yield
            cursor.execute("SELECT set_config('statement_timeout', '0', true)")
    except OperationalError as error:
        if "statement timeout" in str(error):
            raise QueryTooSlow from error
        raise


@contextmanager
def _limit_sqlite(seconds: float) -> Iterator[None]:
    connection.ensure_connection()
    deadline = time.monotonic() + seconds
    connection.connection.set_progress_handler(lambda: time.monotonic() > deadline, 10_000)
    try:
        yield
    except OperationalError as error:
        if "interrupted" in str(error):
            raise QueryTooSlow from error
        raise
    finally:
        connection.connection.set_progress_handler(None, 0)
