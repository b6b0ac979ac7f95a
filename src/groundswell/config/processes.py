"""A few processes that live and end together: web server, worker, simulated carrier."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import FrameType

from groundswell.config.lifeline import SUPERVISED, end_with_parent
from groundswell.config.terminal import Stopped, complain

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_FINISH = 15.0
TOO_SHORT_A_LIFE = 5.0


@dataclass
class Child:
    """One process of the group; started again when it falls over after a while at work."""

    name: str
    module: str
    words: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0

    def start(self) -> None:
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, *self.words],
            env=os.environ | {SUPERVISED: "1"},
            stdin=subprocess.DEVNULL,
            preexec_fn=end_with_parent,
        )

    @property
    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None


@dataclass
class ProcessGroup:
    """Runs its children until told to stop, or until one of them cannot stay up."""

    children: list[Child] = field(default_factory=list)
    stopping: bool = False

    def add(self, name: str, module: str, *words: str) -> None:
        self.children.append(Child(name, module, list(words)))

    def run(self, when_started: Callable[[], None] = lambda: None) -> int:
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, self._stop)
        try:
            for child in self.children:
                child.start()
            when_started()
            while not self.stopping:
                self._look()
                time.sleep(SECONDS_BETWEEN_LOOKS)
        finally:
            self._end_all()
        return 0

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _look(self) -> None:
        for child in self.children:
            if child.has_ended and not self.stopping:
                if time.monotonic() - child.started < TOO_SHORT_A_LIFE:
                    raise Stopped(f"The {child.name} could not stay up; what it said is above.")
                complain(f"The {child.name} ended unexpectedly and is started again.")
                child.start()

    def _end_all(self) -> None:
        processes = [child.process for child in self.children if child.process]
        for process in processes:
            with suppress(ProcessLookupError):
                process.terminate()
        deadline = time.monotonic() + SECONDS_TO_FINISH
        for process in processes:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
