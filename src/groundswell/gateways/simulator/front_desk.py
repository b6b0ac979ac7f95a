"""What the simulated carrier answers to each request: texts handed over, and its own control panel."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from groundswell.gateways.simulator.carrier import Carrier, Submission, Verdict
from groundswell.gateways.simulator.http_protocol import Request, Response

SILENCE = Response(-1)
BROKEN_LINE = Response(0)


class FrontDesk:
    def __init__(self, carrier: Carrier, secret: str) -> None:
        self.carrier = carrier
        self._bearer = f"authorization: bearer {secret}".lower().encode()
        self._desks: dict[tuple[str, str], Callable[[str, Any], Any]] = {
            ("GET", "stats"): lambda _rest, _said: self.carrier.stats(),
            ("GET", "texts"): lambda _rest, _said: self._texts(),
            ("GET", "handsets"): self._handset,
            ("GET", "behaviour"): lambda _rest, _said: asdict(self.carrier.behaviour),
            ("POST", "behaviour"): self._behave,
            ("POST", "handsets"): self._cast,
            ("POST", "inbound"): self._inbound,
        }

    def answer(self, request: Request) -> Response:
        """Who does not know the secret learns nothing."""
        if self._bearer not in request.head.lower():
            return Response(401, b'{"error": "account"}')
        try:
            said: Any = json.loads(request.body) if request.body else None
            if request.path == "/messages":
                return _told(self.carrier.submit(_submission(said)))
            return self._control(request, said)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            return Response(422, json.dumps({"error": "invalid", "detail": str(error)}).encode())

    def _control(self, request: Request, said: Any) -> Response:
        _, _, rest = request.path.partition("/control/")
        name, _, detail = rest.partition("/")
        desk = self._desks.get((request.method, name))
        if desk is None:
            return Response(404, b"{}")
        return Response(200, json.dumps(desk(detail, said)).encode())

    def _texts(self) -> dict[str, int]:
        return {number: handset.texts for number, handset in self.carrier.handsets.items()}

    def _handset(self, number: str, _said: Any) -> dict[str, Any]:
        handset = self.carrier.handset(number)
        return {
            "personality": handset.personality.key,
            "texts": handset.texts,
            "stopped": handset.stopped,
            "lines": [asdict(line) for line in handset.lines],
        }

    def _behave(self, _rest: str, said: dict[str, Any]) -> dict[str, Any]:
        self.carrier.behaviour = self.carrier.behaviour.changed(said)
        return asdict(self.carrier.behaviour)

    def _cast(self, number: str, said: dict[str, str]) -> dict[str, Any]:
        self.carrier.cast(number, said["personality"])
        return self._handset(number, said)

    def _inbound(self, _rest: str, said: list[dict[str, Any]]) -> dict[str, list[str]]:
        ids = [
            self.carrier.say(text["from"], text["to"], text["text"], after=float(text.get("after", 0)))
            for text in said
        ]
        return {"ids": ids}


def _submission(said: dict[str, str]) -> Submission:
    return Submission(
        sender=said["from"],
        recipient=said["to"],
        body=said["text"],
        reference=said.get("reference", ""),
        callback=said.get("callback", ""),
    )


def _told(verdict: Verdict) -> Response:
    """The answer as the fault of the moment lets it through."""
    if verdict.refusal == "throttled":
        return Response(
            429, b'{"error": "throttled"}', f"Retry-After: {max(1, round(verdict.retry_after))}\r\n"
        )
    if verdict.refusal:
        return Response(400, json.dumps({"error": verdict.refusal}).encode())
    faults = {
        "lost": BROKEN_LINE,
        "hung": SILENCE,
        "broken": Response(500, b"<h1>Something went wrong</h1>"),
        "nonsense": Response(200, b"<html>It works!</html>"),
    }
    return faults.get(verdict.manner) or Response(202, b'{"id": "%s"}' % verdict.provider_id.encode())
