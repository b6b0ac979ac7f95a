"""The thinnest true path: a campaign is started, a batch is taken, a tap queues a text."""

from django.test import Client

from groundswell.texting.models import Text
from groundswell.texting.tests.ballot import members, start_ballot, texter
from tests.world import World


def test_a_volunteer_takes_a_batch_and_texts_the_first_member(world: World, client: Client) -> None:
    members(world.leeds, 3)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    headers = {"Authorization": f"Device {chidi.token.write()}"}

    taken = client.post("/t/api/batch", content_type="application/json", headers=headers).json()
    assert [card["name"] for card in taken["cards"]] == ["Member0", "Member1", "Member2"]
    assert taken["cards"][0]["body"].startswith("Hi Member0, Chidi of Teachers United here.")

    gesture = {"token": taken["cards"][0]["token"]}
    answer = client.post(
        "/t/api/gestures", {"gestures": [gesture, gesture]}, content_type="application/json", headers=headers
    ).json()
    first, again = answer["results"]
    assert first["state"] == again["state"] == "accepted"
    assert first["text"] == again["text"]
    text = Text.objects.get()
    assert text.state == Text.State.QUEUED
    assert text.body == taken["cards"][0]["body"]
