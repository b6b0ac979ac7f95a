"""What is peculiar to Twilio; the rest is the contract suite's."""

import base64
import hmac
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from urllib.parse import parse_qs

import pytest

from groundswell.gateways.sms.contract import (
    ErrorClass,
    Inbound,
    OutgoingSms,
    ReportState,
    SmsConnection,
    StatusReport,
    WebhookRequest,
)
from groundswell.gateways.sms.tests.examples import twilio as examples
from groundswell.gateways.sms.tests.fake_provider import FakeProvider, fake_provider
from groundswell.gateways.sms.tests.wire import HOOKS
from groundswell.gateways.sms.twilio import ERRORS, Twilio

TOKEN = "f" * 32
SERVICE = "MG" + "3" * 32


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    with fake_provider() as provider:
        provider.replies(examples.EXAMPLES.accepted.status, examples.EXAMPLES.accepted.body)
        yield provider


def connect(address: str = "", **settings: str) -> SmsConnection:
    wanted = {"account_sid": examples.ACCOUNT} | settings
    return Twilio().connect(wanted, {"auth_token": TOKEN}, address, HOOKS)


def send(provider: FakeProvider, sms: OutgoingSms, **settings: str) -> None:
    connection = connect(provider.address, **settings)
    connection.send(sms)
    connection.close()


def sent(provider: FakeProvider) -> tuple[str, dict[str, list[str]]]:
    head, _, body = provider.requests[-1].decode().partition("\r\n\r\n")
    return head, parse_qs(body)


def test_a_text_is_handed_over_in_twilios_form(provider: FakeProvider) -> None:
    sms = OutgoingSms("+447700900100", "+447700900201", "Hi & welcome 👋", "text-1", valid_for=3600)
    send(provider, sms)
    head, form = sent(provider)
    assert head.startswith(f"POST /2010-04-01/Accounts/{examples.ACCOUNT}/Messages.json HTTP/1.1")
    basic = base64.b64encode(f"{examples.ACCOUNT}:{TOKEN}".encode()).decode()
    assert f"Authorization: Basic {basic}" in head
    assert form == {
        "To": ["+447700900201"],
        "From": ["+447700900100"],
        "Body": ["Hi & welcome 👋"],
        "StatusCallback": [f"{HOOKS}/status"],
        "ValidityPeriod": ["3600"],
    }


def test_a_messaging_service_goes_along_with_the_number(provider: FakeProvider) -> None:
    sms = OutgoingSms("+447700900100", "+447700900201", "Hi", "text-1")
    send(provider, sms, messaging_service_sid=SERVICE)
    form = sent(provider)[1]
    assert form["MessagingServiceSid"] == [SERVICE]
    assert form["From"] == ["+447700900100"]


def test_media_go_as_repeated_fields(provider: FakeProvider) -> None:
    media = ("https://example.org/a.png", "https://example.org/b.png")
    send(provider, OutgoingSms("+447700900100", "+447700900201", "Hi", "t", media=media))
    assert sent(provider)[1]["MediaUrl"] == list(media)


@pytest.mark.parametrize(("word", "answered"), [("STOP", "stop"), ("START", "start"), ("HELP", "help")])
def test_what_twilio_answered_itself_is_said(word: str, answered: str) -> None:
    connection = connect()
    body = examples.inbound(OptOutType=word, Body=word.lower())
    [notice] = connection.split(WebhookRequest("inbound", HOOKS, {}, body))
    event = connection.read(notice)
    assert isinstance(event, Inbound)
    assert event.answered_as == answered


@pytest.mark.parametrize("state", ["accepted", "scheduled", "queued", "sending", "sent", "brand_new"])
def test_every_way_on_is_only_accepted(state: str) -> None:
    connection = connect()
    [notice] = connection.split(WebhookRequest("status", HOOKS, {}, examples.status(state)))
    assert connection.read(notice) == StatusReport(examples.SENT, ReportState.ACCEPTED)


@pytest.mark.parametrize(("code", "error"), [*ERRORS.items(), ("31999", ErrorClass.UNKNOWN)])
def test_every_code_of_a_failed_text_has_its_class(code: str, error: ErrorClass) -> None:
    connection = connect()
    [notice] = connection.split(WebhookRequest("status", HOOKS, {}, examples.status("failed", code)))
    assert connection.read(notice) == StatusReport(examples.SENT, ReportState.FAILED, error, code)


def test_a_late_sent_overwrites_neither_delivered_nor_failed() -> None:
    assert not ReportState.ACCEPTED.may_follow("delivered")
    assert not ReportState.ACCEPTED.may_follow("failed")
    assert not ReportState.FAILED.may_follow("delivered")
    assert ReportState.DELIVERED.may_follow("failed")
    assert ReportState.DELIVERED.may_follow("accepted")


def signature(url: str, body: str = "", key: str = TOKEN) -> dict[str, str]:
    digest = hmac.new(key.encode(), (url + body).encode(), "sha1").digest()
    return {"x-twilio-signature": base64.b64encode(digest).decode()}


def test_the_worked_example_of_the_documentation_is_verified() -> None:
    """The parameters in order, each name directly followed by its value."""
    url = "https://example.com/myapp.php?foo=1&bar=2"
    signed = "CallSidCA1234567890ABCDECaller+14158675310Digits1234From+14158675310To+18005551212"
    body = (
        b"Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310&CallSid=CA1234567890ABCDE"
    )
    request = WebhookRequest("inbound", url, signature(url, signed), body)
    assert connect().verify(request)


@pytest.mark.parametrize(
    ("asked", "signed"),
    [
        ("https://g.example.org/hooks/1/inbound", "https://g.example.org:443/hooks/1/inbound"),
        ("https://g.example.org:8443/hooks/1/inbound", "https://g.example.org/hooks/1/inbound"),
        ("https://g.example.org:443/hooks/1/inbound", "https://g.example.org/hooks/1/inbound"),
        ("http://g.example.org/hooks/1/inbound", "http://g.example.org:80/hooks/1/inbound"),
    ],
)
def test_the_port_may_be_signed_or_not(asked: str, signed: str) -> None:
    request = WebhookRequest("inbound", asked, signature(signed, "Bodyvoted"), b"Body=voted")
    assert connect().verify(request)


def test_repeated_and_empty_parameters_count_as_twilio_counts_them() -> None:
    url = f"{HOOKS}/inbound"
    request = WebhookRequest("inbound", url, signature(url, "AAa1Aa2Bc"), b"Aa=2&A=A&Bc=&Aa=1")
    wanted = signature(url, "AA" + "Aa1" + "Aa2" + "Bc")
    assert connect().verify(replace(request, headers=wanted, body=b"Aa=2&A=A&Bc=&Aa=1&Aa=2"))


def test_a_json_body_is_proved_by_its_hash_in_the_address() -> None:
    body = b'{"MessageSid": "SM1"}'
    url = f"{HOOKS}/status?bodySHA256={sha256(body).hexdigest()}"
    request = WebhookRequest("status", url, signature(url), body)
    assert connect().verify(request)
    assert not connect().verify(replace(request, body=body + b" "))


def test_a_signature_by_a_key_we_do_not_hold_is_refused() -> None:
    url = f"{HOOKS}/inbound"
    headers = signature(url, "Bodyvoted")
    headers["x-twilio-webhooks-signature-settings"] = "key=SK1,algorithm=HMAC_SHA256"
    assert not connect().verify(WebhookRequest("inbound", url, headers, b"Body=voted"))
