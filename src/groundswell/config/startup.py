"""What must be right before the server serves or the worker works."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from groundswell.config.terminal import Stopped
from groundswell.kernel.models import KeyFingerprint
from groundswell.kernel.sealed import keyring


def refuse_unsafe_start() -> None:
    """Raises Stopped with what is wrong and what to do about it."""
    keys_are_there()
    _database_answers()
    _database_keeps_its_word()
    if unapplied_migrations():
        raise Stopped(
            "The database is older than this Groundswell. Make a backup, then: ./groundswell migrate"
        )
    check_fingerprint()


def unapplied_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _backwards in plan]


def check_fingerprint() -> None:
    """Refuses a data key this database was not written with; notes the key of a database without one."""
    known = KeyFingerprint.objects.values_list("fingerprint", flat=True).first()
    if known is None:
        with transaction.atomic():
            KeyFingerprint.objects.get_or_create(fingerprint=keyring().fingerprint)
    elif known != keyring().fingerprint:
        raise Stopped(
            f"The data key in {settings.DATA_KEY_FILE} is not the one this database was written with. "
            "With it nobody's number could be read and every opt-out would stop matching, "
            "so Groundswell does not start. Put the right data.key back from your copy."
        )


def keys_are_there() -> None:
    data_key = Path(settings.DATA_KEY_FILE)
    if not has_secret_key() and not data_key.exists():
        raise Stopped("There is no installation here yet. Make one with: ./groundswell init")
    if not has_secret_key():
        raise Stopped(f"{settings.SECRET_KEY_FILE} is missing. Put it back from your copy.")
    if not data_key.exists():
        raise Stopped(f"{data_key} is missing. Put it back from your copy; without it nothing can be read.")


def has_secret_key() -> bool:
    try:
        return bool(settings.SECRET_KEY)
    except ImproperlyConfigured:  # Django's word for an empty one
        return False


def _database_answers() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise Stopped(f"The database does not answer: {str(error).strip()}") from error


def _database_keeps_its_word() -> None:
    """`synchronous_commit = off` loses what people were told is saved, in a crash."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        if cursor.fetchone()[0] == "off":
            raise Stopped(
                "PostgreSQL runs with synchronous_commit = off, so a crash would lose what people were told "
                "is saved. Set it to on in postgresql.conf and reload PostgreSQL."
            )
