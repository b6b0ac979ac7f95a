from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from groundswell.outreach.models import Answer, AnswerGiven, Meaning, Question, Script
from groundswell.texting.models import Assignment, Campaign, Conversation, Text
from groundswell.texting.services.join_campaign import join_campaign
from groundswell.texting.tests.ballot import Ballot, members, start_ballot
from tests.journeys.conftest import DESK, PHONE, Screen
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
pytest.importorskip("axe_playwright_python")
Keep = Callable[[Any, str], None]
ANSWERS = [
    ("Voted", Meaning.VOTED, "Thank you! Pass it on to a colleague."),
    ("Not yet", Meaning.NOT_YET, "It closes on Friday. Shall I remind you?"),
    ("Needs a new paper", Meaning.NEEDS_PAPER, "I have just asked for a new paper for you."),
    ("Won't say", Meaning.WONT_SAY, ""),
]


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
    page.get_by_text("kept on this phone").wait_for(state="hidden")
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
    page.get_by_text("kept on this phone").wait_for(state="hidden")
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
    page.get_by_text("A leader has paused your texting. Ask them what is up.", exact=True).wait_for()
    assert sent(0)


def test_edited_words_are_what_is_sent(at_work: Callable[..., Any]) -> None:
    page = at_work()
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Your words").fill("Hello Member0, Chidi here.")
    page.get_by_text("One text, 26 of 160 characters").wait_for()
    page.get_by_role("button", name="Send to Member0").click()
    settle(page)
    assert Text.objects.get().body == "Hello Member0, Chidi here."


@pytest.fixture
def asked(world: World, ballot: Ballot) -> Conversation:
    """Member0 was texted by Chidi and answered that the paper never came."""
    script = Script.objects.create(organisation=world.union, group=world.national, name="Ballot")
    question = Question.objects.create(script=script, text="Has Member0 voted?")
    for place, (label, meaning, reply) in enumerate(ANSWERS):
        Answer.objects.create(
            question=question, label=label, meaning=meaning, suggested_reply=reply, position=place
        )
    Campaign.objects.filter(pk=ballot.campaign.pk).update(script=script)
    assignment = join_campaign(viewer=world.chidi, campaign=ballot.campaign)
    said = Conversation.objects.order_by("id")[0]
    now = datetime.now(UTC)
    Conversation.objects.filter(pk=said.pk).update(
        holder=assignment, first_text_at=now, waiting_since=now, last_in_at=now
    )
    for kind, body, state in (
        (Text.Kind.FIRST, "Hi Member0, have you posted your vote?", Text.State.DELIVERED),
        (Text.Kind.INBOUND, "no i never got the ballot paper, we moved in august", Text.State.RECEIVED),
    ):
        Text.objects.create(
            organisation=world.union,
            conversation=said,
            kind=kind,
            body=body,
            state=state,
            match_key=said.match_key,
            made_at=now,
        )
    return said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_reply_is_found_opened_and_answered(
    screen: Screen, world: World, asked: Conversation, keep_picture: Keep, size: tuple[int, int], scheme: str
) -> None:
    from tests.journeys.axe import complaints_of_axe

    page = screen(who=world.chidi, size=size, scheme=scheme)
    page.goto("/t/")
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("button", name="Member0").wait_for()
    keep_picture(page, f"replies-{size[0]}-{scheme}")
    assert complaints_of_axe(page) == []
    page.get_by_role("button", name="Member0").click()
    page.get_by_role("button", name="Needs a new paper").click()
    assert "new paper for you" in page.get_by_label("Suggested reply").input_value()
    page.get_by_role("button", name="Save answer and send").wait_for()
    keep_picture(page, f"thread-{size[0]}-{scheme}")
    assert complaints_of_axe(page) == []
    assert "+44" not in page.content()


@pytest.fixture
def in_thread(screen: Screen, world: World, asked: Conversation) -> Any:
    """Chidi has Member0's reply open."""
    page = screen(who=world.chidi)
    page.goto(f"/t/{Assignment.objects.get().public_id}/")
    page.get_by_role("button", name="Replies").click()
    page.get_by_role("button", name="Member0").click()
    page.get_by_role("button", name="Voted").wait_for()
    return page


def test_an_answer_and_a_reply_are_one_tap(in_thread: Any) -> None:
    in_thread.get_by_role("button", name="Voted").click()
    in_thread.get_by_role("button", name="Save answer and send").click()
    in_thread.get_by_text("Nobody is waiting").wait_for()
    settle(in_thread)
    assert AnswerGiven.objects.get().meaning == Meaning.VOTED
    assert Text.objects.filter(kind=Text.Kind.REPLY).count() == 1


def test_stop_holds_at_once_and_a_slip_is_taken_back(in_thread: Any, asked: Conversation) -> None:
    in_thread.get_by_role("button", name="Stop texting").click()
    in_thread.get_by_role("button", name="Undo").wait_for()
    settle(in_thread)
    asked.refresh_from_db()
    assert asked.closed_because == Conversation.ClosedBecause.OPTED_OUT
    in_thread.get_by_role("button", name="Undo").click()
    settle(in_thread)
    asked.refresh_from_db()
    assert asked.closed_because == ""


def test_done_for_today_says_what_came_of_it(at_work: Callable[..., Any], keep_picture: Keep) -> None:
    page = at_work()
    page.get_by_role("button", name="Send to Member0").click()
    settle(page)
    page.get_by_role("button", name="Done").click()
    page.get_by_role("heading", name="Thank you.").wait_for()
    page.get_by_text("people reached").wait_for()
    keep_picture(page, "done")
