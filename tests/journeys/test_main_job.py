"""The main job as people do it: a list becomes a campaign, a newcomer texts, members answer, votes count."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine

from groundswell.consent.models import Suppression
from groundswell.gateways.simulator.inprocess import carrier
from groundswell.kernel.jobs import run_due_jobs
from groundswell.orgs.models import AgreementAcceptance
from groundswell.orgs.services.accept_agreement import accept_agreement
from groundswell.orgs.services.publish_agreement import publish_default_agreement
from groundswell.outreach.models import Sender
from groundswell.people.models import Person
from groundswell.texting.models import Campaign, Text
from groundswell.texting.tests.ballot import Ballot, connect_carrier
from tests.journeys.conftest import DESK, PHONE, Screen
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
pytest.importorskip("axe_playwright_python")
Look = Callable[[Any], None]
LIST = """Membership no;First name;Surname;Mobile;Branch
TU1;Dunya;Aydın;07911 123401;Leeds
TU2;Emil;Lindqvist;+44 7911 123402;Leeds
TU3;Farah;O'Neill;0044 7911 123403;Leeds
TU4;Greta;;no mobile;Leeds
TU5;Hamish;Reid;07911 123405;York
"""
NOT_DIGITS = re.compile(r"\D")


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """Nobody is texted at night."""
    with time_machine.travel(datetime.now(UTC).replace(hour=12), tick=True):
        yield


@pytest.fixture
def office(world: World) -> World:
    """Numbers to text from, and an agreement that Amina has accepted."""
    connect_carrier(world)
    for last_digit in (1, 2, 3, 5):
        carrier("test").cast(f"+44791112340{last_digit}", "voted")  # whoever can be reached is reached
    agreement = publish_default_agreement(world.union)
    accept_agreement(viewer=world.amina, agreement=agreement, language="en")
    return world


@pytest.fixture
def look() -> Look:
    """Whoever comes to a page can use it, however they use it."""
    from tests.journeys.axe import complaints_of_axe

    def look_at(page: Any) -> None:
        assert complaints_of_axe(page) == [], page.url

    return look_at


def test_from_a_list_to_the_votes_that_are_missing(office: World, screen: Screen, look: Look) -> None:
    amina = screen(who=office.amina, size=DESK)
    load_list(amina, look)
    ballot = start_campaign(amina, look, office)
    zoe = screen(size=PHONE)
    join(zoe, look, invite(amina, look))
    practise(zoe, look)
    text_three(zoe, look, ballot)
    answer_dunya(zoe, look, ballot)
    emil_says_stop(zoe, ballot)
    see_results(amina, look)
    assert not any(number in NOT_DIGITS.sub("", zoe.content()) for number in ("7911123401", "7911123402"))


def load_list(page: Any, look: Look) -> None:
    page.goto("/people/")
    page.get_by_role("link", name="Load a list").first.click()
    page.get_by_role("link", name="Load a list").first.click()
    page.get_by_label("Or paste from a spreadsheet").fill(LIST)
    look(page)
    page.get_by_role("button", name="Read the list").click()
    page.get_by_role("heading", name="What is in each column?").wait_for()
    look(page)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("heading", name="Where do these people come from?").wait_for()
    look(page)
    page.locator("[name=membership_text]").select_option("member")
    page.get_by_label("How can you show it?").fill("Rule book 4.2")
    page.get_by_role("button", name="Check the list").click()
    run_due_jobs()
    page.get_by_role("heading", name="This is what would happen").wait_for()
    look(page)
    assert Person.objects.count() == 0
    page.get_by_role("button", name="Load these people").click()
    run_due_jobs()
    page.get_by_role("heading", name="The list is loaded").wait_for()
    look(page)


def start_campaign(page: Any, look: Look, world: World) -> Ballot:
    page.goto("/texting/")
    look(page)
    page.get_by_role("link", name="New campaign").first.click()
    page.get_by_label("Name").fill("Ballot 2026")
    next_step(page, look, "audience")
    page.get_by_role("button", name="Add filter").click()
    page.locator("[name='0-branch']").select_option(str(world.leeds.public_id))
    page.get_by_text("Everyone who is in Leeds or below.").wait_for()
    next_step(page, look, "message")
    page.get_by_label("First message").fill(
        "Hi {first_name|friend}, {volunteer} of {organisation} here. Voted?"
    )
    next_step(page, look, "script")
    next_step(page, look, "/scripts/")
    page.get_by_role("link", name="Go on with the campaign").click()
    next_step(page, look, "review")
    look(page)
    page.get_by_label("Type the number").fill("3")
    page.get_by_role("button", name="Start texting 3").click()
    page.wait_for_url(lambda url: "review" not in url)
    run_due_jobs()
    campaign = Campaign.objects.get()
    sender = Sender.objects.select_related("connection").get()
    return Ballot(campaign, sender.connection, sender, carrier("test"))


def next_step(page: Any, look: Look, part: str) -> None:
    look(page)
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url(f"**{part}**")


def invite(page: Any, look: Look) -> str:
    """Amina makes the link; how it reaches Zoë is theirs to choose."""
    page.goto("/team/")
    look(page)
    page.get_by_role("link", name="Leeds", exact=True).click()
    page.get_by_label("Name").fill("Zoë")
    look(page)
    page.get_by_role("button", name="Make the invitation").click()
    link = page.get_by_label("Invitation link")
    link.wait_for()
    look(page)
    return urlsplit(link.input_value()).path


def join(page: Any, look: Look, link: str) -> None:
    page.goto(link)
    look(page)
    page.get_by_label("Your e-mail address").fill("zoe@example.org")
    page.get_by_label("A password").fill("three words together")
    page.get_by_role("button", name="Join").click()
    page.get_by_role("heading", name="Before you see anybody").wait_for()
    look(page)
    for choice in ("Give them to someone else", "Record it at once and leave it at that", "Today"):
        page.get_by_label(choice).check()
    page.get_by_role("button", name="I agree and will keep to this").click()
    page.get_by_role("heading", name="Hello Zoë").wait_for()
    assert AgreementAcceptance.objects.filter(membership__user__name="Zoë").exists()
    look(page)


def practise(page: Any, look: Look) -> None:
    page.get_by_role("link", name="Practise").click()
    page.get_by_role("button", name="Send to Sam").click()
    look(page)
    page.get_by_role("button", name="Has voted").click()
    page.get_by_role("button", name="Next").wait_for()
    page.goto("/t/")


def text_three(page: Any, look: Look, ballot: Ballot) -> None:
    """One tap for each person, and nothing else."""
    page.get_by_role("button", name="Start texting").click()
    page.get_by_role("button", name=re.compile("^Take ")).click()
    page.get_by_role("button", name=re.compile("^Send to ")).wait_for()
    look(page)
    for _ in range(3):
        send = page.get_by_role("button", name=re.compile("^Send to "))
        send.wait_for()
        name = send.inner_text()
        send.click()
        page.get_by_role("button", name=name).wait_for(state="hidden")
        page.wait_for_timeout(PACE)
    page.wait_for_function("document.body.innerText.includes('3 of 3')")
    page.wait_for_timeout(SETTLED)
    assert Text.objects.filter(kind=Text.Kind.FIRST).count() == 3
    ballot.dispatch()


def answer_dunya(page: Any, look: Look, ballot: Ballot) -> None:
    ballot.says(Person.objects.get(given_name="Dunya"), "voted on monday")
    page.get_by_role("button", name="Replies").click()
    page.get_by_role("button", name="Dunya").click()
    page.get_by_role("button", name="Voted", exact=True).click()
    look(page)
    page.get_by_role("button", name="Save answer and send").click()
    page.wait_for_timeout(SETTLED)
    ballot.dispatch()
    assert Text.objects.filter(kind=Text.Kind.REPLY).count() == 1


def emil_says_stop(page: Any, ballot: Ballot) -> None:
    emil = Person.objects.get(given_name="Emil")
    ballot.says(emil, "STOP")
    assert Suppression.objects.filter(lifted_at=None).count() == 2  # no texts and no calls
    page.reload()
    page.get_by_role("button", name="Replies").click()
    assert page.get_by_role("button", name="Emil").count() == 0


def see_results(page: Any, look: Look) -> None:
    page.goto("/texting/")
    page.get_by_role("link", name="Ballot 2026").click()
    look(page)
    page.get_by_role("link", name="Results").first.click()
    page.get_by_role("heading", name="Results").wait_for()
    look(page)
    leeds = page.get_by_role("row").filter(has_text="Leeds").first.get_by_role("cell").all_inner_texts()
    assert leeds[:6] == ["4", "1", "3", "3", "1", "1"]  # eligible, no mobile, to text, texted, replied, voted
    assert leeds[-2] == "1"  # opted out


PACE, SETTLED = 1500, 700  # milliseconds: a volunteer's own pace; what a device needs to hand in
