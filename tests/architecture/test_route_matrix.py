"""Every route, tried by everybody: what its declaration promises is what happens, and nothing leaks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from groundswell.kernel.routes import Audience, Entry
from groundswell.orgs.models import Role
from groundswell.orgs.viewer import Viewer
from groundswell.people.services.add_person import add_person
from tests.architecture.routes import Route, all_routes
from tests.architecture.samples import Sample, sample_of
from tests.sign_in import sign_in
from tests.world import World, make_member, make_world

ROUTES = [route for route in all_routes() if route.entry]
MEMBERS_ROUTES = [route for route in ROUTES if route.entry and route.entry.audience is Audience.MEMBER]

NAME, NUMBER, MAIL = "Dunyazade", "7400123456", "dunyazade@example.net"
WRITES = ("INSERT", "UPDATE", "DELETE")
HARMLESS = ("django_session", "audit_readentry")

OUTSIDERS: dict[str, Callable[[World], Viewer]] = {
    "an owner of another organisation": lambda world: world.frida,
    "a leader of another branch": lambda world: make_member("Yusuf", world.york, Role.LEADER),
}
INSIDERS: dict[str, Callable[[World], Viewer]] = {
    "a volunteer without the assignment": lambda world: world.chidi,
    "the leader": lambda world: world.bram,
    "an organiser": lambda world: make_member("Olga", world.national, Role.ORGANISER),
    "the owner": lambda world: world.amina,
    "the data protection officer": lambda world: world.gita,
    "somebody who may see results": lambda world: make_member("Vera", world.national, Role.VIEWER),
}


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser in which they are signed in."""

    who: str
    viewer: Viewer
    browser: Client


@dataclass
class Stage:
    """The world with a person in Leeds whom nobody else may see, and a route's address."""

    world: World
    visitors: list[Visitor]
    route: Route
    entry: Entry
    sample: Sample
    url: str

    def may(self, viewer: Viewer) -> bool:
        rights = self.entry.rights
        return not rights or any(viewer.may(right) for right in rights)  # type: ignore[arg-type]

    def expected(self, viewer: Viewer) -> set[int]:
        if not self.may(viewer):
            return {403}
        return {200, 204, 302, 405} if self.may_find(viewer) else {404, 405}

    def is_theirs(self, viewer: Viewer) -> bool:
        return self.may(viewer) and self.may_find(viewer)

    def may_find(self, viewer: Viewer) -> bool:
        if self.sample.lives_in == "nowhere":
            return True
        places = {"leeds": self.world.leeds.id, "national": self.world.national.id}
        group = places.get(self.sample.lives_in)
        return group is not None and any(viewer.may(right, group) for right in self.entry.rights)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def everybody(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[World, list[Visitor]]]:
    """The world and all who try, made once for all routes."""
    with django_db_blocker.unblock(), _taken_back():
        world = make_world()
        add_person(
            actor=world.amina.actor,
            organisation=world.union,
            group=world.leeds,
            given_name=NAME,
            family_name="Aydın",
            phone=f"+44{NUMBER}",
            email=MAIL,
        )
        viewers = {who: find(world) for who, find in (OUTSIDERS | INSIDERS).items()}
        yield world, [Visitor(who, viewer, sign_in(viewer)) for who, viewer in viewers.items()]


@pytest.fixture
def db(everybody: tuple[World, list[Visitor]]) -> Iterator[None]:
    """What one test does is taken back, and the world stays."""
    with _taken_back():
        yield


@pytest.fixture
def stage(everybody: tuple[World, list[Visitor]], db: None, request: pytest.FixtureRequest) -> Stage:
    world, visitors = everybody
    route: Route = request.param
    sample = sample_of(route)
    assert sample
    assert route.entry
    kwargs = sample.make(world)
    return Stage(world, visitors, route, route.entry, sample, reverse(route.name, kwargs=kwargs))


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def over(routes: list[Route]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("stage", routes, ids=[route.name for route in routes], indirect=True)


OURS = [route for route in ROUTES if not route.view.__module__.startswith("allauth")]
PROBED = [route for route in OURS if sample_of(route)]
PROBED_MEMBERS = [route for route in PROBED if route in MEMBERS_ROUTES]


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.name or route.pattern)
def test_every_route_with_an_object_in_its_address_has_a_sample(route: Route) -> None:
    assert sample_of(route), f"Say in tests/architecture/samples/ what belongs into {route.pattern!r}"


@over(PROBED_MEMBERS)
def test_a_members_page_sends_strangers_to_the_sign_in_page(stage: Stage) -> None:
    for answer in (Client().get(stage.url), Client().post(stage.url)):
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


@over(PROBED_MEMBERS)
def test_a_members_page_opens_for_those_it_declares_and_nobody_else(stage: Stage) -> None:
    for visitor in stage.visitors:
        _tries(visitor.who, visitor.viewer, visitor.browser, stage)


def _tries(who: str, viewer: Viewer, browser: Client, stage: Stage) -> None:
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(stage.url)
    assert not _writes(queries), f"GET {stage.url} by {who} changes something"
    assert answer.status_code in stage.expected(viewer), f"GET {stage.url} by {who}"
    if not stage.is_theirs(viewer):
        _refuses_to_act(who, browser, stage)
    if who in OUTSIDERS or not stage.is_theirs(viewer):
        _shows_nothing_of_dunya(answer)


@over([route for route in PROBED if route not in MEMBERS_ROUTES])
def test_no_other_route_breaks_changes_or_tells_anything(stage: Stage) -> None:
    for browser in (Client(), sign_in(stage.world.frida), sign_in(stage.world.chidi)):
        with CaptureQueriesContext(connection) as queries:
            answer = browser.get(stage.url)
        assert answer.status_code < 500
        assert not _writes(queries), f"GET {stage.url} changes something"
        _shows_nothing_of_dunya(answer)


@over([route for route in PROBED if route.entry and route.entry.audience is Audience.DEVICE])
def test_a_device_without_a_token_gets_nowhere(stage: Stage) -> None:
    for browser in (Client(), sign_in(stage.world.amina)):
        for answer in (browser.get(stage.url), browser.post(stage.url, content_type="application/json")):
            assert 400 <= answer.status_code < 500


@over([route for route in PROBED if route.entry and route.entry.audience is Audience.WEBHOOK])
def test_a_webhook_without_a_signature_is_turned_away(stage: Stage) -> None:
    assert 400 <= Client().post(stage.url, {"Body": "STOP"}).status_code < 500


def _refuses_to_act(who: str, browser: Client, stage: Stage) -> None:
    """Where the page is not theirs, neither is pressing its button."""
    with CaptureQueriesContext(connection) as queries:
        answer = browser.post(stage.url)
    assert answer.status_code in {403, 404, 405}, f"POST {stage.url} by {who}"
    assert not _writes(queries), f"POST {stage.url} by {who} changes something"
    _shows_nothing_of_dunya(answer)


def _writes(queries: CaptureQueriesContext) -> list[str]:
    statements = [query["sql"] for query in queries.captured_queries]
    return [
        sql
        for sql in statements
        if sql.lstrip().upper().startswith(WRITES) and not any(table in sql for table in HARMLESS)
    ]


def _shows_nothing_of_dunya(answer: HttpResponse) -> None:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    for secret in (NAME, NUMBER, MAIL):
        assert secret.encode() not in body
