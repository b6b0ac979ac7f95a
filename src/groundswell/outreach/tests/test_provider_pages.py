from unittest.mock import patch

import pytest
from django.test import Client
from pytest_django import Settings

from groundswell.gateways.simulator.inprocess import InProcessCarrier
from groundswell.kernel.sealed import match_key
from groundswell.outreach.credentials import read_credentials
from groundswell.outreach.models import ProviderConnection, Sender, WebhookReceipt
from groundswell.outreach.tests.conftest import SECRET
from tests.sign_in import sign_in
from tests.world import World

TWILIO = {
    "label": "Our Twilio",
    "account_sid": "AC" + "0" * 32,
    "auth_token": "very secret token",
    "messaging_service_sid": "",
    "parts_per_second": "20",
    "address": "",
}


@pytest.fixture
def amina(world: World) -> Client:
    return sign_in(world.amina)


def url_of(connection: ProviderConnection, rest: str = "") -> str:
    return f"/settings/texting/{connection.public_id}/{rest}"


def test_amina_connects_twilio_and_its_token_is_never_shown_again(world: World, amina: Client) -> None:
    assert "Auth token" in amina.get("/settings/texting/connect/twilio/").content.decode()
    page = amina.post("/settings/texting/connect/twilio/", TWILIO, follow=True).content.decode()
    assert "Our Twilio" in page
    connection = ProviderConnection.objects.get()
    assert read_credentials(connection) == {"auth_token": "very secret token"}
    assert b"very secret token" not in connection.credentials.blob
    change = amina.get(url_of(connection, "change/")).content.decode()
    assert "very secret token" not in page + change
    assert "Leave it empty to keep it" in change


def test_a_secret_left_empty_stays_what_it_is(world: World, amina: Client) -> None:
    amina.post("/settings/texting/connect/twilio/", TWILIO)
    connection = ProviderConnection.objects.get()
    amina.post(url_of(connection, "change/"), TWILIO | {"auth_token": "", "label": "New name"})
    connection.refresh_from_db()
    assert connection.label == "New name"
    assert read_credentials(connection) == {"auth_token": "very secret token"}


def test_a_wrong_account_number_is_said_beside_its_field(world: World, amina: Client) -> None:
    page = amina.post("/settings/texting/connect/twilio/", TWILIO | {"account_sid": "nonsense"})
    assert "This does not look right" in page.content.decode()
    assert not ProviderConnection.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest",
        "https://169.254.169.254",
        "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[::127.0.0.1]/",
        "https://10.0.0.7",
        "http://example.org",
        "https://user:pass@127.0.0.2",
        "file:///etc/passwd",
        "gopher://127.0.0.1",
        "nonsense",
    ],
)
def test_an_address_inside_the_house_is_refused(world: World, amina: Client, address: str) -> None:
    page = amina.post("/settings/texting/connect/twilio/", TWILIO | {"address": address})
    assert "may not connect to that address" in page.content.decode()
    assert not ProviderConnection.objects.exists()


def test_a_carrier_of_our_own_may_be_used_when_the_server_allows_its_host(
    world: World, amina: Client
) -> None:
    amina.post("/settings/texting/connect/twilio/", TWILIO | {"address": "http://127.0.0.1:13013"})
    assert ProviderConnection.objects.get().address == "http://127.0.0.1:13013"


def test_on_a_real_installation_nobody_connects_a_simulated_carrier(
    world: World, amina: Client, settings: Settings
) -> None:
    settings.MODE = "site"
    assert "Simulated" not in amina.get("/settings/texting/").content.decode()
    assert amina.get("/settings/texting/connect/simulator/").status_code == 404


def test_a_number_is_added_retired_and_used_again(
    world: World, amina: Client, connection: ProviderConnection
) -> None:
    amina.post(url_of(connection, "numbers"), {"number": "07400 123123", "parts_per_second": "2"})
    sender = Sender.objects.get()
    assert (sender.number, sender.parts_per_second) == ("+447400123123", 2)
    amina.post(url_of(connection, f"numbers/{sender.public_id}/retire"))
    assert Sender.objects.get().retired_at
    amina.post(url_of(connection, f"numbers/{sender.public_id}/restore"))
    assert Sender.objects.get().retired_at is None


def test_a_test_text_arrives_and_its_number_is_kept_nowhere(
    world: World, amina: Client, connection: ProviderConnection, sender: Sender, carrier: InProcessCarrier
) -> None:
    answer = amina.post(
        url_of(connection, "test"), {"sender": sender.public_id, "recipient": "07400 123300"}, follow=True
    )
    assert "The provider took it" in answer.content.decode()
    assert carrier.handset("+447400123300").texts == 1
    assert "123300" not in answer.content.decode()


def test_whoever_opted_out_gets_no_test_either(
    world: World, connection: ProviderConnection, sender: Sender, carrier: InProcessCarrier
) -> None:
    from groundswell.consent.models import Suppression
    from groundswell.kernel import clock
    from groundswell.outreach.services.send_test_text import NumberOptedOut, send_test_text

    emil = "+447700900301"
    Suppression.objects.create(
        organisation=world.union,
        channel="text",
        match_key=match_key(world.union.id, "phone", emil),
        source="own_words",
        suppressed_at=clock.now(),
    )
    with pytest.raises(NumberOptedOut):
        send_test_text(actor=world.amina.actor, sender=sender, recipient=emil)
    assert carrier.handset(emil).texts == 0


def test_a_refused_test_says_why(
    world: World, amina: Client, connection: ProviderConnection, sender: Sender, carrier: InProcessCarrier
) -> None:
    carrier.behaviour = carrier.behaviour.changed({"refused": 1})
    answer = amina.post(
        url_of(connection, "test"), {"sender": sender.public_id, "recipient": "07400 123300"}, follow=True
    )
    assert "the carrier filtered it" in answer.content.decode()


def test_pausing_and_disconnecting_show_and_can_be_undone(
    world: World, amina: Client, connection: ProviderConnection
) -> None:
    assert "Paused" in amina.post(url_of(connection, "pause"), follow=True).content.decode()
    assert "In use" in amina.post(url_of(connection, "resume"), follow=True).content.decode()
    assert "Disconnected" in amina.post(url_of(connection, "disconnect"), follow=True).content.decode()
    assert "In use" in amina.post(url_of(connection, "reconnect"), follow=True).content.decode()


def test_what_could_not_be_processed_is_shown_and_tried_again(
    world: World, amina: Client, connection: ProviderConnection
) -> None:
    from groundswell.kernel import clock

    WebhookReceipt.objects.create(
        connection=connection,
        event_key="x",
        kind="inbound",
        payload="{}",
        received_at=clock.now(),
        attempts=8,
    )
    assert "1 message from the provider" in amina.get(url_of(connection)).content.decode()
    amina.post(url_of(connection, "retry"))
    assert WebhookReceipt.objects.get().due_at


@pytest.mark.parametrize("rest", ["", "change/"])
def test_other_organisations_and_branches_see_no_connection(
    world: World, connection: ProviderConnection, rest: str
) -> None:
    assert sign_in(world.frida).get(url_of(connection, rest)).status_code == 404
    assert sign_in(world.bram).get(url_of(connection, rest)).status_code == 403
    assert Client().get(url_of(connection, rest)).status_code == 302


def test_nothing_is_changed_by_looking(world: World, amina: Client, connection: ProviderConnection) -> None:
    for action in ("pause", "resume", "disconnect", "reconnect", "retry", "test", "numbers"):
        assert amina.get(url_of(connection, action)).status_code == 405


def test_the_secret_stays_out_of_the_page_of_errors(
    world: World, amina: Client, connection: ProviderConnection
) -> None:
    with patch("groundswell.outreach.views.providers.provider_page", side_effect=RuntimeError):
        amina.raise_request_exception = False
        assert SECRET not in amina.get(url_of(connection)).content.decode()
