"""What `./groundswell check` looks at: each is a command that fails when something is wrong."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from groundswell.config.paths import PROJECT
from groundswell.config.terminal import say

ROOM = Path(sys.executable).parent


@dataclass(frozen=True)
class Inspection:
    """One tool: its name, what it looks for, and the words that start it."""

    name: str
    about: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def tool(name: str, *words: str) -> tuple[str, ...]:
    return (str(ROOM / name), *words)


def django(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "django", *words)


# An installation as it should be, with keys that open nothing.
SECURE_SITE = {
    "GROUNDSWELL_ADDRESS": "https://groundswell.example.org",
    "SECRET_KEY": "only-for-this-check-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJ",
    "GROUNDSWELL_MODE": "site",
    "DATABASE_URL": "",
}

INSPECTIONS = (
    Inspection("lint", "mistakes and style", tool("ruff", "check", "--quiet", ".")),
    Inspection("format", "layout of the code", tool("ruff", "format", "--check", "--quiet", ".")),
    Inspection("templates", "layout and mistakes of the pages", tool("djlint", "src", "--lint", "--quiet")),
    Inspection("layers", "contexts import only downwards", tool("lint-imports", "--no-logo")),
    Inspection("types", "strict types", tool("mypy", "--no-error-summary")),
    Inspection(
        "migrations",
        "models and migrations agree",
        django("makemigrations", "--check", "--dry-run"),
        SECURE_SITE,
    ),
    Inspection("deploy", "safe settings", django("check", "--deploy", "--fail-level=WARNING"), SECURE_SITE),
    Inspection(
        "translations", "complete and well-formed", (sys.executable, "-m", "groundswell.config.translations")
    ),
)


def inspect(inspection: Inspection) -> bool:
    """Runs one and prints a line, with what the tool said only when it found something."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="groundswell-check-") as home:
        finished = subprocess.run(
            inspection.command,
            cwd=PROJECT,
            env=os.environ | {"GROUNDSWELL_HOME": home} | inspection.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    passed = finished.returncode == 0
    if not passed:
        say("", finished.stdout.strip())
    word = "ok" if passed else "FAILED"
    say(f"{inspection.name:<13} {word:<7} {inspection.about} ({time.monotonic() - started:.0f} s)")
    return passed
