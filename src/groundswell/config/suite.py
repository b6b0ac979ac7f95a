"""All tests in their three parts, and in the end plain words about what was not run."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec

from groundswell.config.paths import PROJECT
from groundswell.config.scratch_postgres import programs, scratch_cluster
from groundswell.config.terminal import say

NOTHING_COLLECTED = 5
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """Debian's Chromium, or one named in GROUNDSWELL_CHROMIUM."""
    names = (os.environ.get("GROUNDSWELL_CHROMIUM", ""), *CHROMIUMS)
    return next((path for name in names if name and (path := shutil.which(name))), None)


@dataclass
class Suite:
    """One `./groundswell test`: what pytest is told, and what came of each part."""

    arguments: list[str]
    faults: bool = False
    results: dict[str, int] = field(default_factory=dict)
    not_run: list[str] = field(default_factory=list)

    @property
    def in_ci(self) -> bool:
        return os.environ.get("CI") == "true"

    def run(self) -> int:
        self.on_sqlite()
        self.on_postgres()
        self.in_browser()
        if not (self.faults or self.in_ci):
            self.not_run.append("tests that kill processes or fill disks: ./groundswell test --faults")
        return self.conclude()

    def on_sqlite(self) -> None:
        self.part("SQLite", "sqlite", workers(), {"DATABASE_URL": ""})

    def on_postgres(self) -> None:
        given = os.environ.get("DATABASE_URL", "")
        if given.startswith("postgres"):
            self.part("PostgreSQL", "postgres", [*workers(), "--migrations"], {})
        elif programs():
            with scratch_cluster() as url:
                self.part("PostgreSQL", "postgres", [*workers(), "--migrations"], {"DATABASE_URL": url})
        else:
            self.leave_out("PostgreSQL", "tests on PostgreSQL: apt install postgresql")

    def in_browser(self) -> None:
        chromium = find_chromium()
        if chromium and find_spec("playwright"):
            extra = {"DATABASE_URL": "", "GROUNDSWELL_CHROMIUM": chromium}
            self.part("Chromium", "browser", ["-p", "no:randomly"], extra)
        else:
            self.leave_out("Chromium", "journeys in a browser: apt install chromium")

    def part(self, name: str, stage: str, options: list[str], environment: dict[str, str]) -> None:
        say("", f"== {name} ==")
        faults = ["--faults"] if self.faults else []
        command = [sys.executable, "-m", "pytest", f"--stage={stage}", *options, *faults, *self.arguments]
        finished = subprocess.run(command, cwd=PROJECT, env=os.environ | environment)
        self.results[name] = finished.returncode

    def leave_out(self, name: str, what_and_how: str) -> None:
        """Left out on a person's machine; a failure in CI, where nothing may be missing."""
        self.not_run.append(what_and_how)
        if self.in_ci:
            self.results[name] = 1

    def conclude(self) -> int:
        ran = {name: code for name, code in self.results.items() if code != NOTHING_COLLECTED}
        say("", *(f"{name}: {'passed' if code == 0 else 'FAILED'}" for name, code in ran.items()))
        say(*(f"Not run: {what}" for what in self.not_run))
        if not self.not_run:
            say("Nothing was left out.")
        if not ran:
            say("No test matches.")
            return NOTHING_COLLECTED
        return next((code for code in ran.values() if code), 0)


def workers() -> list[str]:
    """Two processes where there are two cores; more would only wait for each other's database."""
    return ["-n", "2"] if (os.cpu_count() or 1) >= 2 else []
