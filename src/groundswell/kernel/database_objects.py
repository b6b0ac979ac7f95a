"""What the database holds and Django does not know: triggers and the like.

Django rebuilds SQLite tables in some migrations and drops their triggers without a word, so these are
installed after every migrate, and `doctor` and a test look whether they are there.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection

_objects: list["Trigger"] = []


@dataclass(frozen=True)
class Trigger:
    """A trigger by name: how to create it on each engine (statements that may be repeated)."""

    name: str
    table: str
    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]


def register(trigger: Trigger) -> None:
    _objects.append(trigger)


def install(**_: Any) -> None:
    """Idempotent; connected to post_migrate."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for trigger in _objects:
            if trigger.table in tables:
                for statement in getattr(trigger, connection.vendor):
                    cursor.execute(statement)


def missing() -> list[str]:
    """Names of triggers that should be there and are not."""
    catalogue = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        present = {row[0] for row in cursor.fetchall()}
    return [trigger.name for trigger in _objects if trigger.name not in present]


def frozen_once(*, table: str, name: str, condition: str) -> Trigger:
    """Refuses any UPDATE of rows for which `condition` (on OLD) holds."""
    return Trigger(
        name=name,
        table=table,
        sqlite=(
            f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE UPDATE ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END",
        ),
        postgresql=(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'rows of {table} are never changed'; END $$",
            f"CREATE OR REPLACE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN ({condition}) EXECUTE FUNCTION {name}()",
        ),
    )
