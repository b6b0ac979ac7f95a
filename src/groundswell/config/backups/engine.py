"""What differs between the databases: how a consistent copy is taken and put back."""

from pathlib import Path
from typing import Protocol

from django.db import connection

from groundswell.config.backups.postgres import PostgresCopies
from groundswell.config.backups.sqlite import SqliteCopies

PAUSE_ALL_SENDING = "UPDATE orgs_organisation SET sending_paused_at = CURRENT_TIMESTAMP"


class Copies(Protocol):
    """Row counts belong to the very moment of the copy; putting back is all or nothing."""

    file_name: str

    def take(self, target: Path) -> dict[str, int]: ...

    def is_empty(self) -> bool: ...

    def put_back(self, source: Path, rows: dict[str, int], afterwards: str) -> None: ...


def copies() -> Copies:
    return SqliteCopies() if connection.vendor == "sqlite" else PostgresCopies()
