"""Stored first, once; processed after, in order; one that cannot be processed holds up nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine

from groundswell.gateways.simulator.inprocess import InProcessCarrier
from groundswell.gateways.sms.contract import Event, Inbound, OutgoingSms, StatusReport, WebhookRequest
from groundswell.kernel import clock
from groundswell.outreach import webhooks
from groundswell.outreach.connections import open_connection
from groundswell.outreach.models import ProviderConnection, Sender, WebhookReceipt
from groundswell.outreach.services.store_webhook import ForgedWebhook, store_webhook
from groundswell.outreach.tests.conftest import SECRET

DUNYA = "+447700900201"
EMIL = "+447700900202"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """Everything that was handed on."""
    events: list[Event] = []
    monkeypatch.setattr(webhooks, "_processors", [lambda _connection, batch: events.extend(batch)])
    return events


def incoming(carrier: InProcessCarrier, sender: Sender, *texts: tuple[str, str]) -> list[WebhookRequest]:
    for number, body in texts:
        carrier.say(number, sender.number, body)
    return carrier.advance(1, SECRET)


def test_a_reply_is_stored_and_then_handed_on(
    connection: ProviderConnection, carrier: InProcessCarrier, sender: Sender, heard: list[Event]
) -> None:
    for request in incoming(carrier, sender, (DUNYA, "voted")):
        store_webhook(connection, request)
    assert heard == []
    assert webhooks.process_receipts()
    assert heard == [Inbound(DUNYA, sender.number, "voted", "sim-1")]
    assert not webhooks.process_receipts()


def test_a_text_we_send_comes_back_as_delivered(
    connection: ProviderConnection, carrier: InProcessCarrier, sender: Sender, heard: list[Event]
) -> None:
    carrier.cast(DUNYA, "silent")
    open_connection(connection).send(OutgoingSms(sender.number, DUNYA, "Have you voted?", "text-1"))
    for request in carrier.advance(60, SECRET):
        store_webhook(connection, request)
    webhooks.process_receipts()
    assert [(type(event), event.state) for event in heard if isinstance(event, StatusReport)] == [
        (StatusReport, "delivered")
    ]


def test_a_webhook_that_comes_three_times_is_handed_on_once(
    connection: ProviderConnection, carrier: InProcessCarrier, sender: Sender, heard: list[Event]
) -> None:
    [request] = incoming(carrier, sender, (DUNYA, "voted"))
    for _ in range(3):
        store_webhook(connection, request)
    webhooks.process_receipts()
    store_webhook(connection, request)
    assert not webhooks.process_receipts()
    assert len(heard) == WebhookReceipt.objects.count() == 1


def test_a_forged_webhook_leaves_nothing(
    connection: ProviderConnection, carrier: InProcessCarrier, sender: Sender
) -> None:
    [request] = incoming(carrier, sender, (EMIL, "START"))
    for forged in (replace(request, body=request.body + b" "), replace(request, headers={})):
        with pytest.raises(ForgedWebhook):
            store_webhook(connection, forged)
    assert not WebhookReceipt.objects.exists()


def test_what_was_said_cannot_be_read_in_the_table_and_is_gone_once_processed(
    connection: ProviderConnection, carrier: InProcessCarrier, sender: Sender, heard: list[Event]
) -> None:
    [request] = incoming(carrier, sender, (DUNYA, "we moved to Mill Lane"))
    store_webhook(connection, request)
    assert b"Mill" not in WebhookReceipt.objects.get().payload.blob
    webhooks.process_receipts()
    assert WebhookReceipt.objects.get().payload is None


def test_one_that_cannot_be_processed_holds_up_nobody(
    connection: ProviderConnection,
    carrier: InProcessCarrier,
    sender: Sender,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[str] = []

    def stumble(_connection: ProviderConnection, events: list[Event]) -> None:
        if any(isinstance(event, Inbound) and event.body == "poison" for event in events):
            raise RuntimeError
        heard.extend(event.body for event in events if isinstance(event, Inbound))

    monkeypatch.setattr(webhooks, "_processors", [stumble])
    for request in incoming(carrier, sender, (DUNYA, "one"), (EMIL, "poison"), (DUNYA, "two")):
        store_webhook(connection, request)
    webhooks.process_receipts()
    assert heard == ["one", "two"]
    assert WebhookReceipt.objects.get(processed_at=None).problem == "RuntimeError"


def test_after_many_failures_it_waits_for_a_person(
    connection: ProviderConnection,
    carrier: InProcessCarrier,
    sender: Sender,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumble(_connection: ProviderConnection, _events: list[Event]) -> None:
        raise RuntimeError

    monkeypatch.setattr(webhooks, "_processors", [stumble])
    store_webhook(connection, incoming(carrier, sender, (DUNYA, "voted"))[0])
    for hours in range(webhooks.MOST_ATTEMPTS):
        with time_machine.travel(clock.now() + timedelta(hours=hours), tick=False):
            assert webhooks.process_receipts()
    with time_machine.travel(clock.now() + timedelta(days=9)):
        assert not webhooks.process_receipts()
    assert WebhookReceipt.objects.get().payload.open()


def test_a_genuine_webhook_that_makes_no_sense_is_kept_for_a_person(
    connection: ProviderConnection, heard: list[Event]
) -> None:
    from groundswell.gateways.simulator.signing import sign

    body = b'{"surprise": "\xff"}'
    store_webhook(connection, WebhookRequest("inbound", "https://x", sign(SECRET, body), body))
    assert not webhooks.process_receipts()
    assert WebhookReceipt.objects.get().problem == "unread"
