"""The database: engine and settings, migrations, the key it belongs to, its own objects."""

from collections.abc import Iterator

from django.db import connection

from groundswell.config.doctor.finding import Finding
from groundswell.config.startup import check_fingerprint, unapplied_migrations
from groundswell.config.terminal import Stopped
from groundswell.kernel import database_objects

# What settings.py asks of SQLite; synchronous 2 is FULL, 1 (NORMAL) may lose the last seconds in a power cut.
SQLITE = {"journal_mode": ("wal",), "foreign_keys": (1,), "synchronous": (2, 3)}
POSTGRESQL = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "local", "remote_apply"),
}


def engine() -> Iterator[Finding]:
    name, statement, wanted = (
        ("SQLite", "PRAGMA {}", SQLITE)
        if connection.vendor == "sqlite"
        else ("PostgreSQL", "SHOW {}", POSTGRESQL)
    )
    with connection.cursor() as cursor:
        for setting, allowed in wanted.items():
            cursor.execute(statement.format(setting))
            value = cursor.fetchone()[0]
            if value not in allowed:
                yield Finding.wrong(
                    "database", f"{setting} is {value}: a crash may lose what was said to be saved"
                )
    yield Finding.good("database", f"{name} {version()}")


def version() -> str:
    statement = "SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version"
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0])


def migrations() -> Iterator[Finding]:
    waiting = unapplied_migrations()
    if waiting:
        yield Finding.wrong("database", f"{len(waiting)} migrations wait: ./groundswell migrate")
    else:
        yield Finding.good("database", "up to date with this version")


def fingerprint() -> Iterator[Finding]:
    try:
        check_fingerprint()
    except Stopped as stopped:
        yield Finding.wrong("keys", str(stopped))
    else:
        yield Finding.good("keys", "data.key belongs to this database")


def objects() -> Iterator[Finding]:
    missing = database_objects.missing()
    if missing:
        yield Finding.wrong(
            "database", f"missing: {', '.join(missing)}. Put them back: ./groundswell migrate"
        )
    else:
        yield Finding.good("database", "its triggers are in place")
