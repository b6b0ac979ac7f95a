"""kill -9 of the worker while a list is loaded and taken back: it goes on, nobody twice, nothing half."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from groundswell.config.scratch_postgres import programs

pytestmark = pytest.mark.faults


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_the_import_goes_on_where_it_was_and_nobody_comes_twice(database: str) -> None:
    if database == "postgres" and programs() is None:
        pytest.skip("PostgreSQL's server programs are not installed")
    counted = rehearse(database, kills=3, seed=7)
    rows, applying, undoing = counted["rows"], counted["applying"], counted["undoing"]
    assert (applying["state"], undoing["state"]) == ("applied", "undone"), counted
    assert applying["kills"] >= 2, "the worker was killed at work"
    assert undoing["kills"] >= 1, "the worker was killed at work"
    assert applying["torn"] == undoing["torn"] == 0, counted
    assert applying["people"] == applying["numbers"] == rows, counted
    assert applying["addresses"] == applying["addresses_of_the_list"], counted
    assert applying["consents"] == 3 * rows, counted
    assert undoing["people"] == undoing["addresses"] == undoing["consents"] == 0, counted


def rehearse(database: str, *, kills: int, seed: int) -> dict[str, Any]:
    """In a process of its own, with an installation of its own."""
    words = ["--database", database, "--kills", str(kills), "--seed", str(seed)]
    told = ("GROUNDSWELL_HOME", "GROUNDSWELL_MODE", "SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    environment = {key: value for key, value in os.environ.items() if key not in told}
    done = subprocess.run(
        [sys.executable, "-m", "groundswell.config.bench.import_kills", *words],
        env=environment | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=900,
    )
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))
