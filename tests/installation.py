"""A real installation in a folder of its own, driven by its command line, on the engine of this run."""

import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from groundswell.config.paths import PROJECT

OWNER = ("--organisation", "Teachers United", "--owner-name", "Amina", "--owner-email", "amina@example.org")


class Installation:
    """`run` returns what a command printed; `database_url` is empty for SQLite."""

    def __init__(self, home: Path, database_url: str) -> None:
        self.home = home
        self.database_url = database_url
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(PROJECT / "src"),
            "GROUNDSWELL_HOME": str(home),
            "DATABASE_URL": database_url,
        }

    def start(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "groundswell.config.cli", *words],
            env=self.environment,
            cwd=self.home.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def run(self, *words: str) -> str:
        finished = self.start(*words)
        assert finished.returncode == 0, finished.stdout + finished.stderr
        return finished.stdout

    def refusal(self, *words: str) -> str:
        finished = self.start(*words)
        assert finished.returncode == 1, finished.stdout + finished.stderr
        assert "Traceback" not in finished.stderr
        return finished.stderr

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """What the installation's own database answers, seen from outside."""
        if self.database_url:
            with psycopg.connect(self.database_url, autocommit=True) as connection:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(self.home / "groundswell.sqlite3")) as database, database:
            return database.execute(statement).fetchall()


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Empty: a test makes it with `run("init", *OWNER)`."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield Installation(tmp_path / "site", "")
        return
    name = f"site_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield Installation(tmp_path / "site", urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
