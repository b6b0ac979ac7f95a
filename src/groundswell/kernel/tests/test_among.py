"""Looking for thousands of values finds what `__in` finds."""

import pytest
from django.db import connection

from groundswell.kernel.among import Many
from groundswell.people.models import ContactPoint, Person
from tests.importing import load_file
from tests.world import World

FILE = "Member no,Name,Mobile\n1,Dunya,07400 123456\n2,Emil,07400 123457\n3,Kofi,07400 123458\n"


@pytest.fixture
def ids(world: World) -> list[int]:
    load_file(world.amina, world.national, FILE)
    return list(Person.objects.order_by("external_id").values_list("id", flat=True))


def test_it_finds_by_number_by_text_and_by_foreign_key(ids: list[int]) -> None:
    assert Person.objects.filter(id__among=Many(ids[:2])).count() == 2
    assert Person.objects.filter(external_id__among=Many(["1", "3", "it's"])).count() == 2
    assert ContactPoint.objects.filter(person_id__among=Many({ids[0]})).count() == 1
    assert Person.objects.exclude(id__among=Many(ids[:1])).count() == 2


def test_among_nothing_is_nobody(ids: list[int]) -> None:
    assert not Person.objects.filter(id__among=Many([])).exists()
    assert not Person.objects.filter(external_id__among=Many([])).exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads so few rows without an index")
def test_an_index_is_used(ids: list[int]) -> None:
    plan = ContactPoint.objects.filter(person_id__among=Many(ids)).explain()
    assert "SEARCH" in plan, plan
