import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from groundswell.config.scratch_postgres import DEBIAN
from groundswell.config.terminal import Stopped

COUNT_ALL = (
    "SELECT table_name FROM information_schema.tables "
    "WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name"
)
EMPTY_SCHEMA = """
DO $$ DECLARE item record; BEGIN
  FOR item IN SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('DROP TABLE %I CASCADE', item.name);
  END LOOP;
  FOR item IN SELECT oid::regprocedure AS name FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e') LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', item.name);
  END LOOP;
END $$;
"""
NO_OWNERS = ("--no-owner", "--no-privileges")
ENVIRONMENT = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
    "NAME": "PGDATABASE",
}


class PostgresCopies:
    """Through pg_dump, in the same snapshot in which the rows are counted."""

    file_name = "database.pgdump"

    def take(self, target: Path) -> dict[str, int]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = cursor.fetchone()[0]
            run("pg_dump", "--format=custom", *NO_OWNERS, f"--snapshot={snapshot}", "-f", str(target))
            return count_rows(cursor)

    def is_empty(self) -> bool:
        return not connection.introspection.table_names()

    def put_back(self, source: Path, rows: dict[str, int], afterwards: str) -> None:
        """In one transaction: empty the schema, restore, count, pause; any mistake changes nothing."""
        script = source.with_suffix(".sql")
        restored = source.with_suffix(".restored.sql")
        run("pg_restore", *NO_OWNERS, "-f", str(restored), str(source))
        checks = "".join(must_hold(table, count) for table, count in rows.items())
        with script.open("w") as file:
            file.write(
                EMPTY_SCHEMA + restored.read_text() + f"\nSET search_path = public;\n{checks}{afterwards};\n"
            )
        connection.close()
        run(
            "psql",
            "--quiet",
            "--no-psqlrc",
            "--single-transaction",
            "-v",
            "ON_ERROR_STOP=1",
            "-f",
            str(script),
        )


def must_hold(table: str, count: int) -> str:
    return (
        f'DO $$ BEGIN IF (SELECT COUNT(*) FROM "{table}") <> {int(count)} THEN '  # noqa: S608
        f"RAISE EXCEPTION 'table {table} is not complete'; END IF; END $$;\n"
    )


def count_rows(cursor: Any) -> dict[str, int]:
    cursor.execute(COUNT_ALL)
    names = [name for (name,) in cursor.fetchall()]
    counts = {}
    for name in names:
        cursor.execute(f'SELECT COUNT(*) FROM "{name}"')  # noqa: S608
        counts[name] = cursor.fetchone()[0]
    return counts


def run(program: str, *words: str) -> None:
    """One of PostgreSQL's own programs; the password goes by environment, where `ps` does not show it."""
    finished = subprocess.run(
        [find(program), *words], env=os.environ | _connection_environment(), capture_output=True, text=True
    )
    if finished.returncode:
        raise Stopped(f"{program} did not succeed; nothing was changed.\n{finished.stderr.strip()}")


def find(program: str) -> str:
    """The newest installed version: pg_dump must not be older than the server."""
    versions = sorted(DEBIAN.glob(f"*/bin/{program}"), key=lambda each: float(each.parts[-3]), reverse=True)
    found = str(versions[0]) if versions else shutil.which(program)
    if found is None:
        raise Stopped(f"{program} is not installed. On Debian or Ubuntu: apt install postgresql-client")
    return found


def _connection_environment() -> dict[str, str]:
    given = connection.settings_dict
    environment = {name: str(given[key]) for key, name in ENVIRONMENT.items() if given[key]}
    options = {
        f"PG{key.upper()}": str(value) for key, value in given["OPTIONS"].items() if key.startswith("ssl")
    }
    return environment | options
