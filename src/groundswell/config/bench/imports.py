"""A member list on its way in and out, measured: `./groundswell bench imports --people 27000`.

The worker runs here, as it does in its own process, so that its transactions can be timed from inside.
"""

import argparse
import json
import os
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from groundswell.config.bench.installation import throw_away
from groundswell.config.bench.meters import cpu_seconds


def main(arguments: list[str] | None = None) -> int:
    """Prints one JSON object; what happens meanwhile goes to standard error."""
    options = read_options(arguments)
    with throw_away(options.database):
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connections

        from groundswell.config.bench.database import lock_gauge

        call_command("migrate", verbosity=0)
        connections.close_all()
        with lock_gauge() as gauge, a_worker():
            result = measure(options.people, options.branches, gauge)
        connections.close_all()
    print(json.dumps({"database": options.database, "people": options.people} | result))  # noqa: T201
    return 0


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="groundswell bench imports", description=__doc__)
    parser.add_argument("--people", type=int, default=27_000)
    parser.add_argument("--branches", type=int, default=87)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    return parser.parse_args(arguments)


@contextmanager
def a_worker() -> Iterator[None]:
    from groundswell.kernel.jobs.worker import run_worker

    stop = threading.Event()
    thread = threading.Thread(target=run_worker, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def measure(people: int, branches: int, gauge: Any) -> dict[str, Any]:
    """Seconds on the clock and of the processors, and the longest transaction, of each step."""
    from groundswell.config.bench.organiser import Organiser

    organiser = Organiser.with_a_list(people, branches)
    result: dict[str, Any] = {"csv_mb": round(len(organiser.file) / 1e6, 1)}
    for name, step in (
        ("stage", organiser.stage),
        ("dry_run", organiser.dry_run),
        ("apply", organiser.apply),
        ("undo", organiser.undo),
    ):
        sys.stderr.write(f"{name}\n")
        result |= _timed(name, step, gauge)
        if name == "apply":
            result |= {"counts": organiser.counts()}
    result["staged_to_applied_s"] = round(result["dry_run_s"] + result["apply_s"], 2)
    result["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return result


def _timed(name: str, step: Any, gauge: Any) -> dict[str, Any]:
    from groundswell.config.bench.database import database_processes

    processes = {os.getpid(), *database_processes()}
    gauge.take()
    cpu, started = cpu_seconds(processes), time.monotonic()
    step()
    took = time.monotonic() - started
    longest, busiest = gauge.take()
    processes |= database_processes()
    return {
        f"{name}_s": round(took, 2),
        f"{name}_cpu_s": round(cpu_seconds(processes) - cpu, 2),
        f"{name}_longest_lock_s": round(longest, 3),
        f"{name}_longest_lock_cpu_s": round(busiest, 3),
    }


if __name__ == "__main__":
    sys.exit(main())
