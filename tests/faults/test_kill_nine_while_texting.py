"""kill -9 of web and worker under load: nobody is texted twice, nothing that was accepted is lost."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from groundswell.config.scratch_postgres import programs

pytestmark = pytest.mark.faults


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_nobody_is_texted_twice_and_nothing_accepted_is_lost(database: str) -> None:
    if database == "postgres" and programs() is None:
        pytest.skip("PostgreSQL's server programs are not installed")
    counted = rehearse(database, kills=8, seed=7)
    assert counted["duplicates"] == 0, counted
    assert counted["most_texts_to_one"] == 1, counted
    assert counted["lost_after_told"] == 0, counted
    assert counted["marked_sent_not_taken"] == 0, counted
    assert counted["left_queued"] == 0, counted
    assert counted["unknown"] <= counted["unknown_allowed"], counted
    assert counted["texts"] == sum(counted["states"].values()), counted


def rehearse(database: str, *, kills: int, seed: int) -> dict[str, Any]:
    """In a process of its own, with an installation of its own."""
    words = ["--database", database, "--kills", str(kills), "--seed", str(seed)]
    told = ("GROUNDSWELL_HOME", "GROUNDSWELL_MODE", "SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    environment = {key: value for key, value in os.environ.items() if key not in told}
    done = subprocess.run(
        [sys.executable, "-m", "groundswell.config.bench.kills", *words],
        env=environment | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=900,
    )
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))
