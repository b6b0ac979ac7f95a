"""Starting the server: what is prepared first, and which processes run."""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groundswell.config.processes import ProcessGroup
from groundswell.config.terminal import Stopped


def server_group(host: str, port: int, *, web_only: bool = False) -> ProcessGroup:
    """Web server and worker; SQLite has one writer, so it gets one web process."""
    from django.db import connection

    processes = 1 if connection.vendor == "sqlite" else max(1, (os.cpu_count() or 1) // 2 + 1)
    group = ProcessGroup()
    words = ("--host", host, "--port", str(port), "--processes", str(processes))
    group.add("web server", "groundswell.config.web_server", *words)
    if not web_only:
        group.add("worker", "groundswell.config.cli", "worker")
    return group


def prepare() -> None:
    """Translations and static files, as this version has them."""
    from django.core.management import call_command

    from groundswell.config.translations import compile_catalogues

    compile_catalogues()
    call_command("collectstatic", verbosity=0, interactive=False)


def refuse_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Stopped(
                f"Port {port} on {host} cannot be used ({error.strerror}). Choose another: --port"
            ) from error


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """One server at a time for the same files."""
    with (home / "running.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Stopped(f"Groundswell is already running on {home}.") from error
        yield


def wait_until_it_listens(host: str, port: int, seconds: float = 30) -> None:
    """Returns when somebody could open the page, or after `seconds`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            socket.create_connection((host, port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
