from datetime import timedelta

import pytest

from groundswell.kernel.clock import now
from groundswell.outreach.models import Request
from groundswell.outreach.services.close_requests import close_requests
from groundswell.outreach.services.open_request import RequestTooLate, open_request
from groundswell.people.models import Person
from groundswell.segments.tests.people import someone
from tests.world import World


def ask(world: World, person: Person, address: str = "1 High Street", **changes: object) -> Request:
    values: dict[str, object] = {
        "actor": world.chidi.actor,
        "person": person,
        "kind": Request.Kind.PAPER,
        "address": address,
        "address_confirmed": False,
        "campaign_id": None,
        "cut_off": None,
    }
    return open_request(**(values | changes))  # type: ignore[arg-type]


def test_asking_twice_keeps_one_open_request(world: World) -> None:
    dunya = someone(world.leeds, "Dunya")
    assert ask(world, dunya) == ask(world, dunya)
    assert Request.objects.count() == 1


def test_a_newly_confirmed_address_replaces_the_one_on_file(world: World) -> None:
    dunya = someone(world.leeds, "Dunya")
    ask(world, dunya, "1 High Street")
    ask(world, dunya, "2 Low Road", address_confirmed=True)
    ask(world, dunya, "1 High Street")
    request = Request.objects.get(person=dunya)
    assert request.address.open() == "2 Low Road"
    assert request.address_confirmed


def test_after_the_last_day_nothing_is_ordered_and_the_words_say_so(world: World) -> None:
    dunya = someone(world.leeds, "Dunya")
    with pytest.raises(RequestTooLate) as refused:
        ask(world, dunya, cut_off=now() - timedelta(minutes=1))
    assert "too late" in str(refused.value.message)
    assert not Request.objects.exists()


def test_who_got_a_paper_may_ask_for_another(world: World) -> None:
    dunya = someone(world.leeds, "Dunya")
    first = ask(world, dunya)
    close_requests(viewer=world.amina, requests=[first], state=Request.State.SENT)
    assert ask(world, dunya) != first


def test_only_open_requests_of_the_viewers_own_organisation_are_closed(world: World) -> None:
    first, second = ask(world, someone(world.leeds, "Dunya")), ask(world, someone(world.york, "Samira"))
    assert close_requests(viewer=world.frida, requests=[first], state=Request.State.SENT) == 0
    assert close_requests(viewer=world.amina, requests=[first, second], state=Request.State.SENT) == 2
    assert close_requests(viewer=world.amina, requests=[first], state=Request.State.CANCELLED) == 0
    first.refresh_from_db()
    assert first.state == Request.State.SENT
    assert first.closed_by == world.amina.membership
