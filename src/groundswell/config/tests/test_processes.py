"""The real server as processes: it answers, stops when told, and leaves nothing behind when killed."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from groundswell.config.scratch_postgres import free_port
from tests.installation import OWNER, Installation

pytestmark = pytest.mark.faults
PATIENCE = 60.0


class Server:
    """`groundswell serve` of an installation; `pids` are all its processes while it runs."""

    def __init__(self, installation: Installation) -> None:
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "groundswell.config.cli", "serve", "--port", str(self.port)],
            env=installation.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def status(self) -> int | None:
        """What the sign-in page answers; None when nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        with suppress(OSError, http.client.HTTPException), closing(connection):
            connection.request("GET", "/account/login/")
            return connection.getresponse().status
        return None

    @property
    def pids(self) -> set[int]:
        return below(self.process.pid)


def below(pid: int) -> set[int]:
    found = {pid}
    with suppress(FileNotFoundError, ProcessLookupError):
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in children.read_text().split():
                found |= below(int(child))
    return found


def until(condition: object, seconds: float = PATIENCE) -> bool:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.2)
    return False


def are_gone(pids: set[int]) -> bool:
    return not any(Path(f"/proc/{pid}/stat").exists() and not is_zombie(pid) for pid in pids)


def is_zombie(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    return True


@pytest.fixture
def server(installation: Installation) -> Iterator[Server]:
    installation.run("init", *OWNER)
    server = Server(installation)
    assert until(lambda: server.status() == 200)
    assert until(lambda: len(server.pids) >= 4)  # itself, web server, its process, worker
    yield server
    for pid in server.pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    server.process.wait()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_when_told(server: Server, ending: signal.Signals) -> None:
    pids = server.pids
    server.process.send_signal(ending)
    assert server.process.wait(30) == 0
    assert are_gone(pids)


def test_when_it_is_killed_nothing_stays_behind(server: Server) -> None:
    pids = server.pids
    server.process.kill()
    assert until(lambda: are_gone(pids), 30)


def test_a_process_that_dies_is_started_again(server: Server) -> None:
    time.sleep(6)  # one that dies at once would be given up
    for pid in server.pids - {server.process.pid}:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert until(lambda: server.status() == 200)
    assert until(lambda: len(server.pids) >= 4)
