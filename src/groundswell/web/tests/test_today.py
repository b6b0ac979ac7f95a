import pytest

from groundswell.kernel import clock
from groundswell.outreach.models import Request
from groundswell.people.models import Person
from tests.sign_in import sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


def test_amina_sees_who_waits_for_a_paper_and_bram_does_not(world: World) -> None:
    dunya = Person.objects.create(organisation=world.union, group=world.leeds, time_zone="Europe/London")
    Request.objects.create(organisation=world.union, group=world.leeds, person=dunya, opened_at=clock.now())
    client = sign_in(world.amina)
    assert "person waits for a new ballot paper" in client.get("/").content.decode()
    client = sign_in(world.bram)
    assert "ballot paper" not in client.get("/").content.decode()


def test_an_organiser_without_people_is_shown_the_first_step(world: World) -> None:
    client = sign_in(world.amina)
    assert "/people/imports/new" in client.get("/").content.decode()


def test_a_volunteer_comes_straight_to_the_texting(world: World) -> None:
    client = sign_in(world.chidi)
    assert client.get("/")["Location"] == "/t/"
