"""One import writes at a time in an organisation, so that the same file twice at once makes nobody twice."""

from django.db import connection

SPACE = 0x1A90  # keeps these locks apart from the address locks, which use one large number


def lock_imports(organisation_id: int) -> None:
    """Held until the end of the transaction. SQLite's single writer needs none of it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [SPACE, organisation_id % 2**31])
