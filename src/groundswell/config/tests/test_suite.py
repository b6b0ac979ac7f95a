import subprocess
from types import SimpleNamespace
from typing import Any

import pytest

from groundswell.config import suite
from groundswell.config.suite import NOTHING_COLLECTED, Suite


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Exit codes by stage, for a pytest that is not really run; PostgreSQL and Chromium are missing."""
    codes = {"sqlite": 0, "postgres": 0, "browser": 0}

    def pretend(command: list[str], **_: Any) -> SimpleNamespace:
        stage = next(word for word in command if word.startswith("--stage=")).removeprefix("--stage=")
        return SimpleNamespace(returncode=codes[stage])

    monkeypatch.setattr(subprocess, "run", pretend)
    monkeypatch.setattr(suite, "programs", lambda: None)
    monkeypatch.setattr(suite, "find_chromium", lambda: None)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return codes


def test_what_was_not_run_is_said_in_the_last_lines(
    parts: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert Suite([]).run() == 0
    last = capsys.readouterr().out.splitlines()[-3:]
    assert last == [
        "Not run: tests on PostgreSQL: apt install postgresql",
        "Not run: journeys in a browser: apt install chromium",
        "Not run: tests that kill processes or fill disks: ./groundswell test --faults",
    ]


def test_in_ci_a_missing_database_is_a_failure(
    parts: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    assert Suite([]).run() == 1


def test_a_failure_in_any_part_is_a_failure(parts: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/else")
    parts["postgres"] = 1
    assert Suite([]).run() == 1


def test_a_part_without_matching_tests_does_not_count(
    parts: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/else")
    parts["postgres"] = NOTHING_COLLECTED
    assert Suite(["-k", "words"]).run() == 0


def test_nothing_matching_anywhere_is_a_failure(parts: dict[str, int]) -> None:
    parts["sqlite"] = NOTHING_COLLECTED
    assert Suite(["-k", "nothing"]).run() == NOTHING_COLLECTED
