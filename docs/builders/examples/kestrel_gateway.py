"""Kestrel, an invented provider: the example of docs/builders/add-an-sms-gateway.md. A test runs it."""

import hmac
import json
from collections.abc import Mapping

from groundswell.gateways.sms.contract import (
    Accepted,
    Capabilities,
    ErrorClass,
    Event,
    Inbound,
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

ERRORS = {
    "blocked_by_recipient": ErrorClass.OPTED_OUT,
    "fixed_line": ErrorClass.LANDLINE,
    "no_such_number": ErrorClass.INVALID,
    "no_credit": ErrorClass.ACCOUNT,
}
STATES = {"delivered": ReportState.DELIVERED, "failed": ReportState.FAILED}


class Kestrel(SmsGateway):
    key = "kestrel"
    label = "Kestrel"
    usual_address = "https://api.kestrel.example"
    settings = (SettingSpec("api_key", "API key", "In Kestrel's console, under Keys", secret=True),)
    capabilities = Capabilities()

    def connect(
        self, settings: Mapping[str, str], credentials: Mapping[str, str], address: str = "", hooks: str = ""
    ) -> SmsConnection:
        return KestrelConnection(credentials["api_key"], address or self.usual_address, hooks)


class KestrelConnection(SmsConnection):
    def __init__(self, api_key: str, address: str, hooks: str) -> None:
        self._key, self._hooks = api_key, hooks
        self._door = HttpDoor(address, {"X-Api-Key": api_key, "Content-Type": "application/json"})

    def send(self, sms: OutgoingSms) -> SendOutcome:
        message = {"from": sms.sender, "to": sms.recipient, "text": sms.body, "hook": f"{self._hooks}/status"}
        return self._door.hand_over("/v1/sms", json.dumps(message).encode(), _understand)

    def verify(self, request: WebhookRequest) -> bool:
        signed = f"{request.url}\n".encode() + request.body
        wanted = hmac.new(self._key.encode(), signed, "sha256").hexdigest()
        return hmac.compare_digest(wanted.encode(), request.headers.get("x-kestrel-proof", "").encode())

    def split(self, request: WebhookRequest) -> list[Notice]:
        event = json.loads(request.body)
        if not isinstance(event, dict) or not isinstance(event.get("sms_id"), str):
            raise ValueError("no message id")
        if "status" in event:
            return [Notice(f"{event['sms_id']}:{event['status']}", "status", json.dumps(event))]
        return [Notice(event["sms_id"], "inbound", json.dumps(event))]

    def read(self, notice: Notice) -> Event:
        event = json.loads(notice.payload)
        if notice.kind == "inbound":
            return Inbound(event["from"], event["to"], event["text"], event["sms_id"])
        state = STATES.get(event["status"], ReportState.ACCEPTED)
        code = event.get("reason", "")
        error = ERRORS.get(code, ErrorClass.UNKNOWN) if state is ReportState.FAILED else None
        return StatusReport(event["sms_id"], state, error, code)

    def close(self) -> None:
        self._door.close()


def _understand(answer: Answer) -> SendOutcome:
    said = json.loads(answer.body)
    if answer.ok:
        return Accepted(said["sms_id"])
    return Refused(ERRORS.get(said["reason"], ErrorClass.UNKNOWN), said["reason"])
