from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from groundswell.gateways.simulator.inprocess import InProcessCarrier
from groundswell.gateways.sms.contract import WebhookRequest
from groundswell.outreach.models import ProviderConnection, Sender, WebhookReceipt
from groundswell.outreach.tests.conftest import SECRET


@pytest.fixture
def reply(carrier: InProcessCarrier, connection: ProviderConnection, sender: Sender) -> WebhookRequest:
    carrier.say("+447700900201", sender.number, "voted")
    [request] = carrier.advance(1, SECRET)
    return request


def post(connection: ProviderConnection, request: WebhookRequest, body: bytes | None = None) -> int:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    response = client.post(
        f"/hooks/{connection.public_id}/inbound",
        data=request.body if body is None else body,
        content_type="application/json",
        headers=dict(request.headers),
    )
    return response.status_code


def test_a_webhook_is_answered_when_it_is_stored(
    connection: ProviderConnection, reply: WebhookRequest
) -> None:
    assert post(connection, reply) == 200
    assert post(connection, reply) == 200
    assert WebhookReceipt.objects.count() == 1


def test_a_forged_webhook_is_turned_away(connection: ProviderConnection, reply: WebhookRequest) -> None:
    assert post(connection, reply, body=reply.body.replace(b"voted", b"START")) == 403
    assert not WebhookReceipt.objects.exists()


def test_an_endless_webhook_is_turned_away(connection: ProviderConnection, reply: WebhookRequest) -> None:
    assert post(connection, reply, body=b"x" * 300_000) == 413


def test_when_nothing_can_be_stored_the_provider_is_told_to_come_back(
    connection: ProviderConnection, reply: WebhookRequest
) -> None:
    locked = patch(
        "groundswell.outreach.services.store_webhook.insert_receipts",
        side_effect=OperationalError("database is locked"),
    )
    with locked:
        assert post(connection, reply) >= 500
    assert post(connection, reply) == 200


def test_replies_are_still_kept_after_we_disconnected(
    connection: ProviderConnection, reply: WebhookRequest
) -> None:
    from groundswell.kernel import clock

    ProviderConnection.objects.update(disconnected_at=clock.now())
    assert post(connection, reply) == 200
    assert WebhookReceipt.objects.count() == 1


def test_a_webhook_costs_one_statement(
    connection: ProviderConnection,
    reply: WebhookRequest,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    post(connection, reply)
    with django_assert_max_num_queries(1):
        assert post(connection, reply) == 200
