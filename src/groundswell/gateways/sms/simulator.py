"""The simulated carrier as a gateway, over HTTP or (address `inprocess:<name>`) inside this process."""

import json
from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from groundswell.gateways.simulator import inprocess
from groundswell.gateways.simulator.carrier import Submission, Verdict
from groundswell.gateways.simulator.signing import SIGNATURE, is_signed
from groundswell.gateways.sms.contract import (
    Accepted,
    Capabilities,
    ErrorClass,
    Event,
    Inbound,
    NoAnswer,
    Notice,
    OutgoingSms,
    Refused,
    ReportState,
    SendOutcome,
    SettingSpec,
    SmsConnection,
    SmsGateway,
    StatusReport,
    WebhookRequest,
)
from groundswell.gateways.sms.http import Answer, HttpDoor
from groundswell.gateways.sms.registry import sms_gateways

_ERRORS = {error.value: error for error in ErrorClass}


class _Connection(SmsConnection):
    def __init__(self, secret: str, hooks: str) -> None:
        self._secret, self._hooks = secret, hooks

    def verify(self, request: WebhookRequest) -> bool:
        return is_signed(self._secret, request.body, request.headers.get(SIGNATURE, ""))

    def split(self, request: WebhookRequest) -> list[Notice]:
        events = json.loads(request.body)
        if not isinstance(events, list):
            raise ValueError("not a list of events")
        try:
            return [_notice(event) for event in events]
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("an event without id or type") from error

    def read(self, notice: Notice) -> Event:
        event = json.loads(notice.payload)
        if notice.kind == "inbound":
            return Inbound(
                sender=event["from"],
                recipient=event["to"],
                body=event["text"],
                provider_id=event["id"],
                answered_as=event.get("answered", ""),
            )
        return StatusReport(
            provider_id=event["id"],
            state=ReportState(event["status"]),
            error=_ERRORS.get(event["code"], ErrorClass.UNKNOWN) if event["code"] else None,
            code=event["code"],
            reference=event.get("reference", ""),
        )


class HttpSimulator(_Connection):
    def __init__(self, address: str, secret: str, hooks: str) -> None:
        super().__init__(secret, hooks)
        headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
        self._door = HttpDoor(address, headers)

    def send(self, sms: OutgoingSms) -> SendOutcome:
        message = {"from": sms.sender, "to": sms.recipient, "text": sms.body}
        message |= {"reference": sms.reference, "callback": self._hooks}
        return self._door.hand_over("/messages", json.dumps(message).encode(), _understand)

    def close(self) -> None:
        self._door.close()


class InProcessSimulator(_Connection):
    def __init__(self, name: str, secret: str, hooks: str) -> None:
        super().__init__(secret, hooks)
        self._name = name

    def send(self, sms: OutgoingSms) -> SendOutcome:
        text = Submission(sms.sender, sms.recipient, sms.body, sms.reference, self._hooks)
        return _outcome(inprocess.carrier(self._name).submit(text))


class Simulator(SmsGateway):
    key = "simulator"
    label = _("Simulated carrier (for practice)")
    usual_address = "http://127.0.0.1:8100"
    settings = (SettingSpec("secret", _("Shared secret"), secret=True),)
    capabilities = Capabilities(practice_only=True)

    def connect(
        self, settings: Mapping[str, str], credentials: Mapping[str, str], address: str = "", hooks: str = ""
    ) -> SmsConnection:
        secret = credentials.get("secret", "")
        if address.startswith(inprocess.PREFIX):
            return InProcessSimulator(address.removeprefix(inprocess.PREFIX), secret, hooks)
        return HttpSimulator(address or self.usual_address, secret, hooks)


def _understand(answer: Answer) -> SendOutcome:
    said = json.loads(answer.body)
    if answer.ok:
        return Accepted(provider_id=said["id"])
    return Refused(_ERRORS.get(said["error"], ErrorClass.UNKNOWN), said["error"])


def _outcome(verdict: Verdict) -> SendOutcome:
    if verdict.manner != "answer":
        return NoAnswer(verdict.manner)
    if verdict.taken:
        return Accepted(verdict.provider_id)
    return Refused(_ERRORS[verdict.refusal], verdict.refusal, verdict.retry_after or None)


def _notice(event: dict[str, str]) -> Notice:
    kind = event["type"]
    if kind == "inbound":
        return Notice(event["id"], "inbound", json.dumps(event))
    return Notice(f"{event['id']}:{event['status']}", "status", json.dumps(event))


sms_gateways.register(Simulator.key, Simulator())
