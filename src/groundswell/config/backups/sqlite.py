import os
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection, connections

from groundswell.config.terminal import Stopped


class SqliteCopies:
    """Through SQLite's own online copy, which waits for nobody and keeps nobody waiting."""

    file_name = "database.sqlite3"

    def __init__(self) -> None:
        self.path = Path(str(connection.settings_dict["NAME"]))

    def take(self, target: Path) -> dict[str, int]:
        with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            return count_rows(copy)

    def is_empty(self) -> bool:
        return not self.path.exists() or not connection.introspection.table_names()

    def put_back(self, source: Path, rows: dict[str, int], afterwards: str) -> None:
        """Checks the copy where it lies, then puts it in the database's place in one step."""
        with closing(sqlite3.connect(source)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",) or count_rows(copy) != rows:
                raise Stopped("The database in this backup is damaged. Nothing was restored.")
            copy.execute(afterwards)
            copy.commit()
        connections.close_all()
        for leftover in (f"{self.path}-wal", f"{self.path}-shm"):
            Path(leftover).unlink(missing_ok=True)
        os.replace(source, self.path)


def count_rows(database: sqlite3.Connection) -> dict[str, int]:
    tables = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    return {name: database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in tables}  # noqa: S608
