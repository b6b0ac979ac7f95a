"""The main job, measured: `./groundswell bench texting --people 27000 --branches 87 --database sqlite`."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from groundswell.config.bench.installation import CARRIER_SECRET, Ports, process, throw_away
from groundswell.config.bench.line import Line
from groundswell.config.bench.meters import Shares, family, memory_mb

GROUPED = 8
INBOUND_A_SECOND = 400
PATIENCE = 300.0


def main(arguments: list[str] | None = None) -> int:
    """Prints one JSON object; what happens meanwhile goes to standard error."""
    options = read_options(arguments)
    with throw_away(options.database) as (_home, ports):
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        result = measure(options.people, options.branches, options.seconds, ports)
    print(json.dumps({"database": options.database, "people": options.people} | result))  # noqa: T201
    return 0


def read_options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="groundswell bench texting", description=__doc__)
    parser.add_argument("--people", type=int, default=27_000)
    parser.add_argument("--branches", type=int, default=87)
    parser.add_argument("--seconds", type=float, default=15.0, help="how long each phase drives the server")
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    return parser.parse_args(arguments)


def measure(people: int, branches: int, seconds: float, ports: Ports) -> dict[str, Any]:
    from django.db import connections

    from groundswell.config.bench.rehearsal import Rehearsal, statements_per_gesture
    from groundswell.config.serving import server_group, wait_until_it_listens

    say(f"writing {people} people")
    rehearsal = Rehearsal.prepare(people, branches, ports)
    connections.close_all()
    web, worker = server_group("127.0.0.1", ports.web).children
    with ExitStack() as running:
        carrier = ("--port", str(ports.carrier), "--secret", CARRIER_SECRET, "--replies", "0")
        stage = Stage(
            rehearsal=rehearsal,
            ports=ports,
            carrier=running.enter_context(process("groundswell.gateways.simulator", *carrier)),
            web=running.enter_context(process(web.module, *web.words)),
            worker=running.enter_context(process(worker.module, *worker.words)),
        )
        wait_until_it_listens("127.0.0.1", ports.web)
        wait_until_it_listens("127.0.0.1", ports.carrier)
        time.sleep(2)
        result = {"ready_s": round(rehearsal.get_ready(), 2)}
        result |= _text(stage, seconds)
        result |= _hear(stage, seconds)
        result |= rehearsal.account_for(_carrier_says(ports, "stats"))
    result["statements_per_gesture"] = statements_per_gesture(rehearsal)
    connections.close_all()
    return result


@dataclass(frozen=True)
class Stage:
    """The processes of one measurement."""

    rehearsal: Any
    ports: Ports
    carrier: int
    web: int
    worker: int

    def shares(self) -> Shares:
        from groundswell.config.bench.database import database_processes

        return Shares(
            web=lambda: family(self.web),
            worker=lambda: family(self.worker),
            database=database_processes,
            carrier=lambda: family(self.carrier),
        )

    def memory_mb(self) -> int:
        return round(memory_mb(family(self.web, self.worker)))


def _text(stage: Stage, seconds: float) -> dict[str, Any]:
    from groundswell.config.bench.volunteers import drive, fill_hands

    rehearsal, port = stage.rehearsal, stage.ports.web
    volunteers = rehearsal.volunteers()
    say(f"{len(volunteers)} volunteers take their batches")
    spent_on_batches = stage.shares()
    fill_hands(port, volunteers)
    batches = spent_on_batches.milliseconds(len(volunteers))
    say("one gesture a request")
    spent_on_single = stage.shares()
    single = drive(port, volunteers, seconds=seconds, grouped=1)
    each = spent_on_single.milliseconds(len(single.texts))
    say("eight gestures a request")
    fill_hands(port, volunteers)
    spent_on_grouped = stage.shares()
    grouped = drive(port, volunteers, seconds=seconds, grouped=GROUPED)
    each_grouped = spent_on_grouped.milliseconds(len(grouped.texts))
    waiting = rehearsal.not_handed_over()
    took = _until(lambda: rehearsal.not_handed_over() == 0)
    rehearsal.told = single.texts | grouped.texts
    return {
        "gestures_per_s": round(single.per_second),
        "gestures_grouped_per_s": round(grouped.per_second),
        "gesture_p50_ms": round(single.percentile(0.5), 1),
        "gesture_p99_ms": round(single.percentile(0.99), 1),
        "cpu_ms_per_gesture": round(each["web"] + each["database"], 2),
        "cpu_ms_batch": batches,
        "cpu_ms_single": each,
        "cpu_ms_grouped": each_grouped,
        "accepted": len(rehearsal.told),
        "refused": single.refused + grouped.refused,
        "too_fast": single.too_fast + grouped.too_fast,
        "waiting_after_gestures": waiting,
        "delivered_per_s": round(waiting / took) if took else 0,
    }


def _hear(stage: Stage, seconds: float) -> dict[str, Any]:
    from groundswell.config.bench.replies import post_replies

    rehearsal = stage.rehearsal
    _until(lambda: rehearsal.unread_webhooks() == 0)
    say("members answer")
    spent, started = stage.shares(), time.monotonic()
    sent = post_replies(stage.ports.web, rehearsal, round(INBOUND_A_SECOND * seconds))
    stored = time.monotonic() - started
    _until(lambda: rehearsal.unread_webhooks() == 0)
    took = time.monotonic() - started
    return {
        "inbound_per_s": round(sent / took),
        "inbound_stored_per_s": round(sent / stored),
        "cpu_ms_inbound": spent.milliseconds(sent),
        "inbound_lost": sent - rehearsal.replies_in_threads(),
        "peak_mb": stage.memory_mb(),
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
