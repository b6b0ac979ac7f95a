"""Carriers inside this process, for tests: no sockets, and a clock that moves only when told."""

import json

from groundswell.gateways.simulator.agenda import Callback
from groundswell.gateways.simulator.carrier import Carrier
from groundswell.gateways.simulator.signing import sign
from groundswell.gateways.sms.contract import WebhookRequest

PREFIX = "inprocess:"
_carriers: dict[str, "InProcessCarrier"] = {}


class InProcessCarrier(Carrier):
    def __init__(self, name: str, seed: int = 1) -> None:
        self.time = 0.0
        super().__init__(seed=seed, run=name or "sim", now=lambda: self.time)

    def advance(self, seconds: float, secret: str = "") -> list[WebhookRequest]:
        """Lets time pass; the webhooks that fall due, signed, as if each had been answered with 200."""
        self.time += seconds
        return [self._webhook(callback, secret) for callback in self.due()]

    def _webhook(self, callback: Callback, secret: str) -> WebhookRequest:
        body = json.dumps([callback.event]).encode()
        self.told(callback)
        return WebhookRequest(callback.kind, f"{callback.target}/{callback.kind}", sign(secret, body), body)


def carrier(name: str = "", *, seed: int = 1) -> InProcessCarrier:
    """The carrier at address `inprocess:<name>`, made when first asked for."""
    return _carriers.setdefault(name, InProcessCarrier(name, seed))


def forget_carriers() -> None:
    _carriers.clear()
