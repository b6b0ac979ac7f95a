"""The web server process (see docs/decisions/0002-web-server.md)."""

import argparse
import os
import sys

from granian import Granian
from granian.constants import Interfaces, RuntimeModes
from granian.log import LogLevels

from groundswell.config.lifeline import follow_parent
from groundswell.kernel.logs import LOGGING

THREADS = 4
MOST_WAITING = 64


def main() -> int:
    options = read_options()
    follow_parent()
    server = Granian(
        "groundswell.config.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.processes,
        runtime_mode=RuntimeModes.mt,
        blocking_threads=THREADS,
        backpressure=MOST_WAITING,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_dictconfig=LOGGING,
        log_level=LogLevels.warning,
        log_access=False,  # our own line a request has no query string in it
    )
    server.serve()
    return 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--processes", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")
    sys.exit(main())
