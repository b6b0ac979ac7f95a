import pytest
from django.test import Client

from groundswell.texting.practice import SCENES
from tests.world import World

pytestmark = pytest.mark.django_db
PAGE, STEP = "/t/practice/", "/t/practice/step/"


@pytest.fixture
def chidi_s_phone(client: Client, world: World) -> Client:
    client.force_login(world.chidi.membership.user)
    return client


def play(client: Client, *steps: str) -> str:
    for step in steps:
        client.post(STEP, {"step": step})
    return client.get(PAGE).content.decode()


def test_chidi_practises_with_every_invented_member_and_his_leader_sees_it(
    chidi_s_phone: Client, world: World
) -> None:
    for scene in SCENES:
        right = next(choice.key for choice in scene.choices if choice.right)
        page = play(chidi_s_phone, "send", right, "next")
    assert "4 of 4" in page
    world.chidi.membership.refresh_from_db()
    assert world.chidi.membership.practised_at is not None


def test_a_wrong_choice_is_explained_and_may_be_corrected(chidi_s_phone: Client) -> None:
    page = play(chidi_s_phone, "send", "how")
    assert "A ballot is secret" in page
    assert "2 of 4" in play(chidi_s_phone, "voted", "next")


def test_the_next_member_waits_until_the_right_thing_was_done(chidi_s_phone: Client) -> None:
    assert "1 of 4" in play(chidi_s_phone, "send", "not_yet", "next")


def test_the_reply_comes_only_after_the_first_message(chidi_s_phone: Client) -> None:
    assert "Posted it on Monday" not in play(chidi_s_phone, "voted")
    assert "Posted it on Monday" in play(chidi_s_phone, "send")
