"""Kills the worker and the web server without warning while volunteers text, and counts on both sides.

`python -m groundswell.config.bench.kills --database sqlite --kills 10 --seed 7` prints one JSON object.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, suppress
from typing import Any

from groundswell.config.bench.installation import CARRIER_SECRET, Ports, process, throw_away
from groundswell.config.bench.line import Line
from groundswell.config.bench.meters import family
from groundswell.config.lifeline import SUPERVISED, end_with_parent

PATIENCE = 240.0


def main() -> int:
    options = read_options()
    with throw_away(options.database) as (_home, ports):
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        result = rehearse(options, ports)
    print(json.dumps(result))  # noqa: T201
    return 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--people", type=int, default=600)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Victim:
    """A process that is killed again and again, and started again."""

    def __init__(self, module: str, words: list[str]) -> None:
        self._command = [sys.executable, "-m", module, *words]
        self._start()

    def _start(self) -> None:
        self._child = subprocess.Popen(
            self._command,
            env=os.environ | {SUPERVISED: "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=end_with_parent,
        )

    def kill(self, *, and_start: bool = True) -> None:
        for pid in family(self._child.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._child.wait()
        if and_start:
            self._start()


def rehearse(options: argparse.Namespace, ports: Ports) -> dict[str, Any]:
    from django.db import connections

    from groundswell.config.bench.rehearsal import Rehearsal
    from groundswell.config.serving import server_group, wait_until_it_listens

    rehearsal = Rehearsal.prepare(options.people, 5, ports)
    connections.close_all()
    with ExitStack() as running:
        carrier = ("--port", str(ports.carrier), "--secret", CARRIER_SECRET, "--replies", "0")
        running.enter_context(process("groundswell.gateways.simulator", *carrier))
        victims = [
            Victim(child.module, child.words) for child in server_group("127.0.0.1", ports.web).children
        ]
        for victim in victims:
            running.callback(victim.kill, and_start=False)
        wait_until_it_listens("127.0.0.1", ports.web)
        rehearsal.get_ready()
        told = _text_while_killing(rehearsal, ports, victims, options)
        _wait_for_quiet(rehearsal)
        return _account(rehearsal, ports, told, options.kills)


def _text_while_killing(
    rehearsal: Any, ports: Ports, victims: list[Victim], options: argparse.Namespace
) -> set[str]:
    dice, told, lock = random.Random(options.seed), set[str](), threading.Lock()  # noqa: S311
    crew = [
        threading.Thread(target=_volunteer, args=(ports.web, each.token, told, lock))
        for each in rehearsal.volunteers()
    ]
    for each in crew:
        each.start()
    for _ in range(options.kills):
        time.sleep(dice.uniform(1.5, 3.5))
        dice.choice(victims).kill()
    for each in crew:
        each.join()
    return told


def _volunteer(port: int, token: str, told: set[str], lock: threading.Lock) -> None:
    """Keeps what was not answered and sends it again, as a device does."""
    while cards := _insist(port, "/t/api/batch", token, {})["cards"]:
        for card in cards:
            _send(port, token, card["token"], told, lock)


def _send(port: int, token: str, card: str, told: set[str], lock: threading.Lock) -> None:
    while True:
        [result] = _insist(port, "/t/api/gestures", token, {"gestures": [{"token": card}]})["results"]
        if result["state"] == "accepted":
            with lock:
                told.add(result["text"])
            return
        if result["error"] != "TooFast":
            return
        time.sleep(result["retry_after_ms"] / 1000)


def _insist(port: int, path: str, token: str, sent: Any) -> Any:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError, ValueError):
            status, answer = Line(port).post(path, token, sent)
            if status == 200:
                return answer
        time.sleep(0.2)
    raise RuntimeError(f"{path} was never answered")


def _wait_for_quiet(rehearsal: Any) -> None:
    from groundswell.texting.models import Text

    until = time.monotonic() + PATIENCE
    while Text.objects.filter(state=Text.State.QUEUED).exists() and time.monotonic() < until:
        time.sleep(0.3)
    time.sleep(3)


def _account(rehearsal: Any, ports: Ports, told: set[str], kills: int) -> dict[str, Any]:
    from django.db.models import Count

    from groundswell.texting.dispatcher.claim import IN_FLIGHT
    from groundswell.texting.models import Text

    line = Line(ports.carrier)
    stats = line.get("/control/stats", f"Bearer {CARRIER_SECRET}")[1]
    states = dict(Text.objects.values_list("state").annotate(Count("id")))
    ours = {str(each) for each in Text.objects.values_list("public_id", flat=True)}
    sent = sum(states.get(state, 0) for state in ("accepted", "delivered", "failed"))
    unknown = states.get("unknown", 0) + states.get("handing", 0)
    return {
        "kills": kills,
        "told": len(told),
        "texts": len(ours),
        "lost_after_told": len(told - ours),
        "states": states,
        "taken_by_carrier": stats["taken"],
        "duplicates": stats["duplicates"],
        "most_texts_to_one": stats["most_texts"],
        "marked_sent_not_taken": max(0, sent - stats["taken"]),
        "unknown": unknown,
        "unknown_allowed": kills * IN_FLIGHT,
        "left_queued": states.get("queued", 0),
    }


if __name__ == "__main__":
    sys.exit(main())
