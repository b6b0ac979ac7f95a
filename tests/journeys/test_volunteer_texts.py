from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from groundswell.texting.models import Assignment, Text
from groundswell.texting.services.join_campaign import join_campaign
from groundswell.texting.tests.ballot import Ballot, members, start_ballot
from tests.journeys.conftest import DESK, PHONE, Screen
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
pytest.importorskip("axe_playwright_python")
Keep = Callable[[Any, str], None]


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """Nobody is texted at night."""
    with time_machine.travel(datetime.now(UTC).replace(hour=12), tick=True):
        yield


@pytest.fixture
def ballot(world: World) -> Ballot:
    members(world.leeds, 5)
    return start_ballot(world)


@pytest.fixture
def at_work(screen: Screen, world: World, ballot: Ballot) -> Callable[..., Any]:
    """Chidi on the texting screen with five people in hand."""

    def start(**options: Any) -> Any:
        assignment = join_campaign(viewer=world.chidi, campaign=ballot.campaign)
        page = screen(who=world.chidi, **options)
        page.goto(f"/t/{assignment.public_id}/")
        page.get_by_role("button", name="Take 10 people").click()
        page.get_by_role("button", name="Send to Member0").wait_for()
        return page

    return start


def sent(count: int) -> bool:
    return Text.objects.count() == count


def settle(page: Any) -> None:
    """Waits until the device has handed in everything."""
    page.wait_for_function("indexedDB.databases().then(() => true)")
    page.wait_for_timeout(600)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_screens_are_accessible(
    screen: Screen, world: World, ballot: Ballot, keep_picture: Keep, size: tuple[int, int], scheme: str
) -> None:
    from tests.journeys.axe import complaints_of_axe

    page = screen(who=world.chidi, size=size, scheme=scheme)
    name = f"{size[0]}-{scheme}"
    page.goto("/t/")
    keep_picture(page, f"home-{name}")
    assert complaints_of_axe(page) == []
    page.get_by_role("button", name="Start texting").click()
    page.get_by_role("button", name="Take 10 people").wait_for()
    keep_picture(page, f"take-{name}")
    assert complaints_of_axe(page) == []
    page.get_by_role("button", name="Take 10 people").click()
    page.get_by_role("button", name="Send to Member0").wait_for()
    keep_picture(page, f"first-{name}")
    assert complaints_of_axe(page) == []


def test_one_tap_sends_one_text_and_the_next_person_is_there(at_work: Callable[..., Any]) -> None:
    page = at_work()
    page.get_by_role("button", name="Send to Member0").click()
    page.get_by_role("button", name="Send to Member1").wait_for(timeout=300)
    settle(page)
    assert sent(1)


def test_a_double_tap_sends_once(at_work: Callable[..., Any]) -> None:
    page = at_work()
    page.get_by_role("button", name="Send to Member0").dblclick()
    settle(page)
    assert sent(1)


def test_the_keyboard_alone_is_enough_and_a_held_key_sends_once(at_work: Callable[..., Any]) -> None:
    page = at_work(size=DESK)
    for _ in range(6):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    settle(page)
    assert sent(1)
    page.keyboard.press("s")
    page.get_by_role("button", name="Send to Member2").wait_for()


def test_what_was_tapped_offline_goes_out_once_the_network_is_back(
    at_work: Callable[..., Any], keep_picture: Keep
) -> None:
    page = at_work()
    page.context.set_offline(True)
    for number in range(3):
        page.get_by_role("button", name=f"Send to Member{number}").click()
        page.wait_for_timeout(450)
    page.get_by_text("Waiting for network: 3 kept on this phone").wait_for()
    keep_picture(page, "offline")
    assert sent(0)
    page.context.set_offline(False)
    page.get_by_text("Waiting for network").wait_for(state="hidden")
    settle(page)
    assert sent(3)


def test_what_waits_survives_a_reload(at_work: Callable[..., Any]) -> None:
    page = at_work()
    page.route("**/t/api/gestures", lambda route: route.abort())
    page.get_by_role("button", name="Send to Member0").click()
    page.wait_for_timeout(300)
    assert sent(0)
    page.unroute("**/t/api/gestures")
    page.reload()
    page.get_by_role("button", name="Send to Member1").wait_for()
    settle(page)
    assert sent(1)


def test_an_answer_lost_on_the_way_back_makes_no_second_text(at_work: Callable[..., Any]) -> None:
    page = at_work()
    lost = []

    def lose_the_first_answer(route: Any) -> None:
        if not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    page.route("**/t/api/gestures", lose_the_first_answer)
    page.get_by_role("button", name="Send to Member0").click()
    page.get_by_text("Waiting for network").wait_for(state="hidden")
    page.wait_for_timeout(1500)
    assert lost
    assert sent(1)


def test_what_is_kept_on_the_phone_cannot_be_read(at_work: Callable[..., Any]) -> None:
    page = at_work()
    page.route("**/t/api/gestures", lambda route: route.abort())
    page.get_by_role("button", name="Send to Member0").click()
    page.wait_for_timeout(300)
    kept = page.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open("groundswell-device").onsuccess = ({target}) => {
            const rows = target.result.transaction("kept").objectStore("kept").getAll();
            rows.onsuccess = () => resolve(rows.result.map((row) =>
              Object.keys(row).join() + new TextDecoder().decode(row.sealed)));
          };
        })"""
    )
    assert len(kept) == 1
    assert "Member0" not in kept[0]
    assert "token" not in kept[0]


def test_a_suspended_volunteer_is_told_and_stops(at_work: Callable[..., Any], ballot: Ballot) -> None:
    page = at_work()
    Assignment.objects.update(suspended_at=datetime.now(UTC))
    page.get_by_role("button", name="Send to Member0").click()
    page.get_by_text("A leader has paused your texting").wait_for()
    assert sent(0)


def test_edited_words_are_what_is_sent(at_work: Callable[..., Any]) -> None:
    page = at_work()
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Your words").fill("Hello Member0, Chidi here.")
    page.get_by_text("One text, 26 of 160 characters").wait_for()
    page.get_by_role("button", name="Send to Member0").click()
    settle(page)
    assert Text.objects.get().body == "Hello Member0, Chidi here."
