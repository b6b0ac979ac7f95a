"""A PostgreSQL of one's own for tests and benches: made from the installed programs, gone afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from groundswell.config.lifeline import end_with_parent
from groundswell.config.terminal import Stopped

DEBIAN = Path("/usr/lib/postgresql")
ACCOUNTS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
UNSAFE_AND_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "on"}
SECONDS_TO_START = 30


def programs() -> Path | None:
    """The folder with initdb and postgres, the newest version first; None when not installed."""
    folders = sorted(DEBIAN.glob("*/bin"), key=lambda each: float(each.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextmanager
def scratch_cluster(**settings: str) -> Iterator[str]:
    """Yields the DATABASE_URL of a fresh cluster, reached over loopback; settings as in postgresql.conf.

    It forgets everything in a power cut unless told otherwise, which is what makes it fast.
    """
    folder = programs()
    if folder is None:
        raise Stopped("PostgreSQL's server programs are not installed.")
    account = unprivileged_account()
    home = Path(tempfile.mkdtemp(prefix="groundswell-postgres-"))
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
    try:
        _initialise(folder, home, account)
        port = free_port()
        server = _start(folder, home, port, account, UNSAFE_AND_FAST | settings)
        try:
            _wait_until_it_answers(server, home, port)
            yield f"postgresql://groundswell@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # fast shutdown
            server.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def unprivileged_account() -> pwd.struct_passwd | None:
    """Whom to become; None when we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next((known[name] for name in ACCOUNTS if name in known), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _as(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _initialise(folder: Path, home: Path, account: pwd.struct_passwd | None) -> None:
    options = ["--auth=trust", "--username=groundswell", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run(
        [str(folder / "initdb"), "-D", str(home / "data"), *options],
        capture_output=True,
        text=True,
        cwd=home,
        **_as(account),
    )
    if made.returncode:
        raise Stopped(f"PostgreSQL could not make a scratch database:\n{made.stderr.strip()}")


def _start(
    folder: Path, home: Path, port: int, account: pwd.struct_passwd | None, settings: dict[str, str]
) -> "subprocess.Popen[bytes]":
    given = [f"--{key}={value}" for key, value in settings.items()]
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            [
                str(folder / "postgres"),
                *("-D", str(home / "data"), "-k", str(home), "-p", str(port)),
                *("--listen_addresses=127.0.0.1", *given),
            ],
            stdout=log,
            stderr=log,
            cwd=home,
            start_new_session=True,  # Ctrl-C is for us; we then stop it in good order
            preexec_fn=lambda: end_with_parent(signal.SIGINT),
            **_as(account),
        )


def _wait_until_it_answers(server: "subprocess.Popen[bytes]", home: Path, port: int) -> None:
    import psycopg

    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(f"postgresql://groundswell@127.0.0.1:{port}/postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise Stopped(f"PostgreSQL did not start:\n{(home / 'log').read_text(errors='replace').strip()}")
