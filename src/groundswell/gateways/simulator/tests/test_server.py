"""The simulated carrier as a process of its own, spoken to over HTTP."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from groundswell.gateways.simulator.signing import SIGNATURE, is_signed
from groundswell.gateways.sms import http
from groundswell.gateways.sms.contract import Accepted, NoAnswer, OutgoingSms, Refused
from groundswell.gateways.sms.simulator import Simulator

SECRET = "simulated"


@dataclass
class Process:
    address: str

    def control(self, path: str, said: Any = None) -> Any:
        request = urllib.request.Request(
            f"{self.address}/control/{path}",
            data=None if said is None else json.dumps(said).encode(),
            headers={"Authorization": f"Bearer {SECRET}"},
        )
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.loads(answer.read())


@pytest.fixture
def carrier() -> Iterator[Process]:
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "groundswell.gateways.simulator", "--port", str(port), "--speed", "1000"],
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    carrier = Process(f"http://127.0.0.1:{port}")
    try:
        _wait_for(lambda: carrier.control("stats"))
        yield carrier
    finally:
        process.terminate()
        assert process.wait(5) == 0


@pytest.fixture
def hooks() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Where webhooks go: the first is answered with 500, as by a server whose database is away."""
    heard: list[dict[str, Any]] = []

    class Hooks(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        refused = False

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            refuse, Hooks.refused = not Hooks.refused, True
            if not refuse:
                assert is_signed(SECRET, body, self.headers[SIGNATURE])
                heard.extend(json.loads(body))
            self.send_response(500 if refuse else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hooks)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hooks/1", heard
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_text_is_taken_delivered_and_answered(
    carrier: Process, hooks: tuple[str, list[dict[str, Any]]]
) -> None:
    target, heard = hooks
    carrier.control("handsets/+447700900201", {"personality": "voted"})
    connection = Simulator().connect({}, {"secret": SECRET}, carrier.address, target)
    outcome = connection.send(OutgoingSms("+447700900100", "+447700900201", "Have you voted?", "text-1"))
    connection.close()
    assert isinstance(outcome, Accepted)
    _wait_for(lambda: len(heard) >= 2)
    assert {event["type"] for event in heard} == {"status", "inbound"}
    assert carrier.control("texts") == {"+447700900201": 1}


def test_a_handset_can_be_made_to_text(carrier: Process, hooks: tuple[str, list[dict[str, Any]]]) -> None:
    target, heard = hooks
    connection = Simulator().connect({}, {"secret": SECRET}, carrier.address, target)
    connection.send(OutgoingSms("+447700900100", "+447700900209", "Hello.", "text-1"))
    connection.close()
    carrier.control("inbound", [{"from": "+447700900202", "to": "+447700900100", "text": "STOP"}])
    _wait_for(lambda: any(event.get("text") == "STOP" for event in heard))
    assert carrier.control("handsets/+447700900202")["stopped"]


def test_its_faults_arrive_as_faults(carrier: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "READ_SECONDS", 0.3)
    connection = Simulator().connect({}, {"secret": SECRET}, carrier.address)
    sms = OutgoingSms("+447700900100", "+447700900201", "Hello.", "text-1")
    for fault in ("lost_before", "lost_after", "hung", "broken", "nonsense"):
        carrier.control("behaviour", {fault: 1})
        assert isinstance(connection.send(sms), NoAnswer), fault
        carrier.control("behaviour", {fault: 0})
    carrier.control("behaviour", {"throttled": 1})
    refused = connection.send(sms)
    connection.close()
    assert isinstance(refused, Refused)
    assert refused.retry_after == 1.0
    assert carrier.control("stats")["taken"] == 4


def test_who_does_not_know_the_secret_is_turned_away(carrier: Process) -> None:
    connection = Simulator().connect({}, {"secret": "guessed"}, carrier.address)
    outcome = connection.send(OutgoingSms("+447700900100", "+447700900201", "Hello.", "text-1"))
    connection.close()
    assert isinstance(outcome, Refused)
    assert carrier.control("stats")["submitted"] == 0


def _wait_for(condition: Any, seconds: float = 8) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            if condition():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.05)


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port
