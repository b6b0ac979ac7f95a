"""A throw-away installation with the real server and a simulated carrier in front of it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from groundswell.config.installation import make_keys
from groundswell.config.lifeline import SUPERVISED, end_with_parent
from groundswell.config.scratch_postgres import free_port, scratch_cluster

CARRIER_SECRET = "between the bench and its carrier"  # noqa: S105  nobody else listens


@dataclass
class Ports:
    web: int
    carrier: int


@contextmanager
def throw_away(database: str) -> Iterator[tuple[Path, Ports]]:
    """Sets the environment for this process and its children; nothing of it stays."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="groundswell-bench-")))
        url = ""
        if database == "postgres":
            url = stack.enter_context(scratch_cluster(fsync="on", full_page_writes="on"))
        ports = Ports(web=free_port(), carrier=free_port())
        make_keys(home)
        os.environ |= {
            "GROUNDSWELL_HOME": str(home),
            "GROUNDSWELL_MODE": "site",
            "GROUNDSWELL_ADDRESS": f"http://127.0.0.1:{ports.web}",
            "GROUNDSWELL_PROVIDER_HOSTS": "127.0.0.1",
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "groundswell.config.settings",
        }
        yield home, ports


@contextmanager
def process(module: str, *words: str) -> Iterator[int]:
    """Its process id; ended politely at the end."""
    child = subprocess.Popen(
        [sys.executable, "-m", module, *words],
        env=os.environ | {SUPERVISED: "1"},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        preexec_fn=end_with_parent,
    )
    try:
        yield child.pid
    finally:
        child.terminate()
        child.wait(20)
