"""The main job, measured: `./groundswell bench texting --people 27000 --branches 87 --database sqlite`."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from groundswell.config.bench.installation import CARRIER_SECRET, Ports, process, throw_away
from groundswell.config.bench.line import Line
from groundswell.config.bench.meters import cpu_seconds, family, memory_mb

SINGLE_SECONDS, GROUPED_SECONDS, GROUPED = 20.0, 15.0, 8
INBOUND = 4000
PATIENCE = 300.0


def main(arguments: list[str] | None = None) -> int:
    """Prints one JSON object; what happens meanwhile goes to standard error."""
    options = read_options(arguments)
    with throw_away(options.database) as (_home, ports):
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        result = measure(options.people, options.branches, ports)
    print(json.dumps({"database": options.database, "people": options.people} | result))  # noqa: T201
    return 0


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="groundswell bench texting", description=__doc__)
    parser.add_argument("--people", type=int, default=27_000)
    parser.add_argument("--branches", type=int, default=87)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    return parser.parse_args(arguments)


def measure(people: int, branches: int, ports: Ports) -> dict[str, Any]:
    from django.db import connections

    from groundswell.config.bench.rehearsal import Rehearsal, statements_per_gesture
    from groundswell.config.serving import server_group, wait_until_it_listens

    say(f"writing {people} people")
    rehearsal = Rehearsal.prepare(people, branches, ports)
    connections.close_all()
    web, worker = server_group("127.0.0.1", ports.web).children
    with ExitStack() as running:
        carrier = ("--port", str(ports.carrier), "--secret", CARRIER_SECRET, "--replies", "0")
        running.enter_context(process("groundswell.gateways.simulator", *carrier))
        web_pid = running.enter_context(process(web.module, *web.words))
        worker_pid = running.enter_context(process(worker.module, *worker.words))
        wait_until_it_listens("127.0.0.1", ports.web)
        wait_until_it_listens("127.0.0.1", ports.carrier)
        time.sleep(2)
        result = {"ready_s": round(rehearsal.get_ready(), 2)}
        result |= _text(rehearsal, ports, web_pid, worker_pid)
        result |= _hear(rehearsal, ports, web_pid, worker_pid)
        result |= rehearsal.account_for(_carrier_says(ports, "texts"))
    result["statements_per_gesture"] = statements_per_gesture(rehearsal)
    connections.close_all()
    return result


def _text(rehearsal: Any, ports: Ports, web_pid: int, worker_pid: int) -> dict[str, Any]:
    from groundswell.config.bench.database import database_processes
    from groundswell.config.bench.volunteers import drive, fill_hands

    volunteers = rehearsal.volunteers()
    say(f"{len(volunteers)} volunteers take their batches")
    fill_hands(ports.web, volunteers)
    server, database = family(web_pid), database_processes()
    before = cpu_seconds(server), cpu_seconds(database)
    say("one gesture a request")
    single = drive(ports.web, volunteers, seconds=SINGLE_SECONDS, grouped=1)
    spent = cpu_seconds(server) - before[0], cpu_seconds(database_processes()) - before[1]
    say("eight gestures a request")
    fill_hands(ports.web, volunteers)
    grouped = drive(ports.web, volunteers, seconds=GROUPED_SECONDS, grouped=GROUPED)
    waiting = rehearsal.not_handed_over()
    seconds = _until(lambda: rehearsal.not_handed_over() == 0)
    rehearsal.told = single.texts | grouped.texts
    return {
        "gestures_per_s": round(single.per_second),
        "gestures_grouped_per_s": round(grouped.per_second),
        "gesture_p50_ms": round(single.percentile(0.5), 1),
        "gesture_p99_ms": round(single.percentile(0.99), 1),
        "cpu_ms_per_gesture": round(sum(spent) * 1000 / max(1, len(single.texts)), 2),
        "cpu_ms_server": round(spent[0] * 1000 / max(1, len(single.texts)), 2),
        "cpu_ms_database": round(spent[1] * 1000 / max(1, len(single.texts)), 2),
        "accepted": len(rehearsal.told),
        "refused": single.refused + grouped.refused,
        "too_fast": single.too_fast + grouped.too_fast,
        "waiting_after_gestures": waiting,
        "delivered_per_s": round(waiting / seconds) if seconds else 0,
        "peak_mb": round(memory_mb(family(web_pid, worker_pid))),
    }


def _hear(rehearsal: Any, ports: Ports, web_pid: int, worker_pid: int) -> dict[str, Any]:
    from groundswell.config.bench.replies import post_replies

    _until(lambda: rehearsal.unread_webhooks() == 0)
    say("members answer")
    started = time.monotonic()
    sent = post_replies(ports.web, rehearsal, INBOUND)
    stored = time.monotonic() - started
    _until(lambda: rehearsal.unread_webhooks() == 0)
    took = time.monotonic() - started
    return {
        "inbound_per_s": round(sent / took),
        "inbound_stored_per_s": round(sent / stored),
        "inbound_lost": sent - rehearsal.replies_in_threads(),
        "peak_mb": round(memory_mb(family(web_pid, worker_pid))),
    }


def _carrier_says(ports: Ports, what: str) -> Any:
    return Line(ports.carrier).get(f"/control/{what}", f"Bearer {CARRIER_SECRET}")[1]


def _until(is_so: Callable[[], bool]) -> float:
    """How long it took to become true; RuntimeError when it never does."""
    started = time.monotonic()
    while not is_so():
        if time.monotonic() - started > PATIENCE:
            raise RuntimeError("it never came to an end")
        time.sleep(0.1)
    return time.monotonic() - started


def say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
