"""Twilio's Programmable Messaging over plain HTTP (REST API 2010-04-01)."""

import base64
import hmac
import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from django.utils.translation import gettext_lazy as _

from groundswell.gateways.sms.contract import (
    Accepted,
    Acknowledgement,
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
from groundswell.gateways.sms.registry import sms_gateways

ERRORS = {
    "21610": ErrorClass.OPTED_OUT,
    "21614": ErrorClass.INVALID,  # not a mobile number
    "21211": ErrorClass.INVALID,
    "21217": ErrorClass.INVALID,
    "21635": ErrorClass.LANDLINE,  # refused at the door, outside the US, Canada and the UK
    "30006": ErrorClass.LANDLINE,
    "30003": ErrorClass.UNREACHABLE,
    "30005": ErrorClass.INVALID,  # unknown handset
    "30004": ErrorClass.FILTERED,  # blocked by the person or the carrier
    "30007": ErrorClass.FILTERED,
    "21612": ErrorClass.FILTERED,
    "30034": ErrorClass.UNREGISTERED,
    "30032": ErrorClass.UNREGISTERED,  # toll-free number not verified
    "20429": ErrorClass.THROTTLED,
    "30001": ErrorClass.THROTTLED,
    "21611": ErrorClass.THROTTLED,  # this sender's queue is full
    "30022": ErrorClass.THROTTLED,
    "30023": ErrorClass.QUOTA,  # daily limit of the brand
    "30002": ErrorClass.ACCOUNT,
    "20003": ErrorClass.ACCOUNT,
    "20005": ErrorClass.ACCOUNT,
    "21408": ErrorClass.ACCOUNT,  # texting to this country is not switched on
    "21606": ErrorClass.ACCOUNT,  # the number we send from is not theirs
    "21660": ErrorClass.ACCOUNT,
}
STATES = {
    "delivered": ReportState.DELIVERED,
    "read": ReportState.DELIVERED,
    "undelivered": ReportState.FAILED,
    "failed": ReportState.FAILED,
    "canceled": ReportState.FAILED,
}
HANDLED = {"STOP": "stop", "START": "start", "HELP": "help"}
SIGNATURE = "x-twilio-signature"
SIGNATURE_SETTINGS = "x-twilio-webhooks-signature-settings"
Pairs = list[tuple[str, str]]


class Twilio(SmsGateway):
    key = "twilio"
    label = "Twilio"
    usual_address = "https://api.twilio.com"
    settings = (
        SettingSpec("account_sid", _("Account SID"), _("Begins with AC"), pattern=r"AC[0-9a-fA-F]{32}"),
        SettingSpec("auth_token", _("Auth token"), _("In Twilio's console, under Account info"), secret=True),
        SettingSpec(
            "messaging_service_sid",
            _("Messaging service SID"),
            _("Begins with MG. Only when you registered your campaign through a messaging service."),
            required=False,
            pattern=r"MG[0-9a-fA-F]{32}",
        ),
    )
    capabilities = Capabilities(answers_stop_itself=True, media=True)
    acknowledgement = Acknowledgement("text/xml", "<Response/>")

    def connect(
        self, settings: Mapping[str, str], credentials: Mapping[str, str], address: str = "", hooks: str = ""
    ) -> SmsConnection:
        return TwilioConnection(settings, credentials, address or self.usual_address, hooks)


class TwilioConnection(SmsConnection):
    def __init__(
        self, settings: Mapping[str, str], credentials: Mapping[str, str], address: str, hooks: str
    ) -> None:
        sid, self._token = settings["account_sid"], credentials["auth_token"]
        self._service, self._hooks = settings.get("messaging_service_sid", ""), hooks
        self._path = f"/2010-04-01/Accounts/{sid}/Messages.json"
        basic = base64.b64encode(f"{sid}:{self._token}".encode()).decode()
        self._door = HttpDoor(
            address,
            {
                "Authorization": f"Basic {basic}",
                "Content-Type": "application/x-www-form-urlencoded",
                "Accept": "application/json",
            },
        )

    def send(self, sms: OutgoingSms) -> SendOutcome:
        return self._door.hand_over(self._path, urlencode(self._form(sms)).encode(), _understand)

    def verify(self, request: WebhookRequest) -> bool:
        given = request.headers.get(SIGNATURE, "")
        if not given or SIGNATURE_SETTINGS in request.headers:
            return False  # a shared key we do not hold: fail closed
        pairs = _signed_pairs(request)
        if pairs is None:
            return False
        wanted = [_signature(self._token, url, pairs) for url in _spellings(request.url)]
        return any(hmac.compare_digest(each.encode(), given.encode()) for each in wanted)

    def split(self, request: WebhookRequest) -> list[Notice]:
        form = _form_of(request.body)
        sid = form.get("MessageSid") or form.get("SmsSid") or ""
        if not re.fullmatch(r"[A-Za-z]{2}[0-9a-fA-F]{32}", sid):
            raise ValueError("no message id")
        payload = json.dumps(form)
        if status := form.get("MessageStatus"):
            return [Notice(f"{sid}:{status}", "status", payload)]
        return [Notice(sid, "inbound", payload)]

    def read(self, notice: Notice) -> Event:
        form = json.loads(notice.payload)
        sid = form.get("MessageSid") or form["SmsSid"]
        if notice.kind == "inbound":
            return _read_inbound(sid, form)
        code = form.get("ErrorCode", "")
        state = STATES.get(form["MessageStatus"], ReportState.ACCEPTED)
        error = ERRORS.get(code, ErrorClass.UNKNOWN) if state is ReportState.FAILED else None
        return StatusReport(sid, state, error, code)

    def close(self) -> None:
        self._door.close()

    def _form(self, sms: OutgoingSms) -> Pairs:
        form = [("To", sms.recipient), ("From", sms.sender), ("Body", sms.body)]
        if self._service:
            form.append(("MessagingServiceSid", self._service))
        if self._hooks:
            form.append(("StatusCallback", f"{self._hooks}/status"))
        if sms.valid_for is not None:
            form.append(("ValidityPeriod", str(min(max(sms.valid_for, 1), 36_000))))
        return form + [("MediaUrl", url) for url in sms.media]


def _understand(answer: Answer) -> SendOutcome:
    said = json.loads(answer.body)
    if answer.ok:
        return _taken(said)
    code = str(said["code"])
    return Refused(ERRORS.get(code, ErrorClass.UNKNOWN), code, answer.retry_after)


def _taken(said: Mapping[str, str]) -> SendOutcome:
    """ValueError when the answer names no message: it may or may not have been taken."""
    if not said["sid"]:
        raise ValueError("no message id")
    return Accepted(said["sid"])


def _read_inbound(sid: str, form: Mapping[str, str]) -> Inbound:
    return Inbound(
        sender=form["From"],
        recipient=form["To"],
        body=form.get("Body", ""),
        provider_id=sid,
        answered_as=HANDLED.get(form.get("OptOutType", ""), ""),  # type: ignore[arg-type]
    )


def _form_of(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body)))


def _signed_pairs(request: WebhookRequest) -> Pairs | None:
    """What is signed besides the address; None when the body is not the one that was signed.

    A JSON body is not signed itself: the address carries its hash.
    """
    hashes = parse_qs(urlsplit(request.url).query).get("bodySHA256")
    if hashes:
        matches = hmac.compare_digest(sha256(request.body).hexdigest().encode(), hashes[0].lower().encode())
        return [] if matches else None
    try:
        return parse_qsl(request.body.decode(), keep_blank_values=True)
    except UnicodeDecodeError:
        return None


def _signature(key: str, url: str, pairs: Iterable[tuple[str, str]]) -> str:
    """base64 of HMAC-SHA1 over the address and each name and value in order, repeated values once."""
    signed = url + "".join(name + value for name, value in sorted(set(pairs)))
    return base64.b64encode(hmac.digest(key.encode(), signed.encode(), "sha1")).decode()


def _spellings(url: str) -> list[str]:
    """With and without the port: proxies and Twilio disagree about which was asked for."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return [
        parts._replace(netloc=netloc).geturl()
        for netloc in dict.fromkeys([parts.netloc, host, f"{host}:{port}"])
    ]


sms_gateways.register(Twilio.key, Twilio())
