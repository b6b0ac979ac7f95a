"""Nonsense from a device or in an address is answered in words; nothing breaks."""

import pytest
from django.test import Client

from groundswell.texting.models import Assignment, Campaign
from groundswell.texting.services.join_campaign import open_on_device
from groundswell.texting.tests.campaigns import campaign_in
from tests.sign_in import sign_in
from tests.world import World

NO_NUMBER = "9" * 5000
BODIES = [
    "[" * 90_000,
    '{"a":' * 15_000,
    "nonsense",
    "null",
    b"\xff\xfe",
    '{"gestures": [null]}',
    '{"gestures": [{"token": "\\ud800", "body": "\\ud800"}]}',
    '{"gestures": [{"token": {}, "answers": {"a": 1}}]}',
    '{"gestures": [{"token": "a", "answers": [1]}]}',
]


@pytest.mark.parametrize("body", BODIES, ids=range(len(BODIES)))
@pytest.mark.parametrize("path", ["gestures", "skip", "done"])
def test_a_device_that_sends_nonsense_is_told_so(world: World, path: str, body: str | bytes) -> None:
    browser, headers = device(world)
    answer = browser.post(f"/t/api/{path}", body, content_type="application/json", headers=headers)
    assert answer.status_code < 500


def test_a_hand_of_any_size_can_be_asked_for(world: World) -> None:
    browser, headers = device(world)
    for path in ("cards", "hand"):
        assert browser.get(f"/t/api/{path}", {"limit": NO_NUMBER}, headers=headers).status_code < 500


def test_a_place_that_is_no_number_is_the_beginning(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    amina = sign_in(world.amina)
    for address in (f"/texting/{campaign.public_id}/conversations?which=waiting&", "/requests/?"):
        assert amina.get(f"{address}after={NO_NUMBER}").status_code < 500


def device(world: World) -> tuple[Client, dict[str, str]]:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    mine = Assignment.objects.create(campaign=campaign, membership=world.chidi.membership)
    token = open_on_device(viewer=world.chidi, assignment=mine).write()
    return Client(), {"Authorization": f"Device {token}"}
