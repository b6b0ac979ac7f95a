import pytest

from groundswell.history.services import undo_changeset
from groundswell.kernel.jobs import run_due_jobs
from groundswell.people.errors import EmailUnreadable, NobodyToAdd, NumberTaken, PhoneUnreadable
from groundswell.people.models import ContactPoint, Person, PersonWord
from groundswell.people.services import (
    add_note,
    add_person,
    change_person,
    delete_person,
    set_email,
    set_phone,
    tag_person,
    untag_person,
)
from tests.world import World


@pytest.fixture
def dunya(world: World) -> Person:
    return add(world, given_name="Dunya", family_name="Aydın", phone="07400 123456")


def add(world: World, **details: str) -> Person:
    return add_person(
        actor=world.amina.actor,
        organisation=world.union,
        group=world.leeds,
        **details,
    )


def number_of(person: Person) -> str:
    point = person.contact_points.filter(kind="phone").first()
    return point.value.open() if point else ""


def words_of(person: Person) -> set[str]:
    return set(PersonWord.objects.filter(person=person).values_list("word", flat=True))


def test_a_number_is_kept_sealed_in_international_form(world: World, dunya: Person) -> None:
    point = ContactPoint.objects.get(person=dunya)
    assert point.value.open() == "+447400123456"
    assert point.textable
    assert "123456" not in repr(point.value)


def test_a_landline_is_kept_and_takes_no_texts(world: World) -> None:
    person = add(world, given_name="Elsa", phone="0121 234 5678")
    point = person.contact_points.get()
    assert (point.textable, point.status) == (False, "landline")


def test_what_cannot_be_read_is_said_and_nobody_is_half_added(world: World) -> None:
    with pytest.raises(PhoneUnreadable):
        add(world, given_name="Elsa", phone="12")
    with pytest.raises(EmailUnreadable):
        add(world, given_name="Elsa", email="elsa at home")
    with pytest.raises(NobodyToAdd):
        add(world)
    assert not Person.objects.exists()


def test_a_membership_number_belongs_to_one_person(world: World, dunya: Person) -> None:
    change_person(actor=world.amina.actor, person=dunya, external_id="TU-1")
    with pytest.raises(NumberTaken):
        add(world, given_name="Elsa", external_id="TU-1")


@pytest.mark.parametrize(
    ("phone", "zone"),
    [("07400 123456", "Europe/London"), ("+31 6 12345678", "Europe/Amsterdam"), ("", "Europe/London")],
)
def test_the_clock_follows_the_number(world: World, phone: str, zone: str) -> None:
    assert add(world, given_name="Elsa", phone=phone).time_zone == zone


def test_a_changed_name_is_found_and_undo_finds_the_old_one_again(world: World, dunya: Person) -> None:
    assert words_of(dunya) == {"dunya", "aydin"}
    changeset = change_person(actor=world.amina.actor, person=dunya, family_name="Öztürk")
    assert changeset
    assert words_of(dunya) == {"dunya", "ozturk"}
    undo_changeset(actor=world.amina.actor, changeset=changeset)
    run_due_jobs()
    dunya.refresh_from_db()
    assert dunya.full_name == "Dunya Aydın"
    assert words_of(dunya) == {"dunya", "aydin"}


def test_a_change_of_nothing_leaves_no_trace(world: World, dunya: Person) -> None:
    assert change_person(actor=world.amina.actor, person=dunya, family_name="Aydın") is None


def test_a_new_number_replaces_the_old_and_undo_brings_it_back(world: World, dunya: Person) -> None:
    changeset = set_phone(actor=world.amina.actor, person=dunya, phone="+31 6 12345678")
    assert changeset
    assert number_of(dunya) == "+31612345678"
    assert dunya.time_zone == "Europe/Amsterdam"
    undo_changeset(actor=world.amina.actor, changeset=changeset)
    assert number_of(dunya) == "+447400123456"
    dunya.refresh_from_db()
    assert dunya.time_zone == "Europe/London"


def test_the_same_number_in_other_clothes_is_no_change(world: World, dunya: Person) -> None:
    assert set_phone(actor=world.amina.actor, person=dunya, phone="+44 7400 123 456") is None


def test_an_email_address_comes_and_goes(world: World, dunya: Person) -> None:
    set_email(actor=world.amina.actor, person=dunya, email=" Dunya@Example.org ")
    assert dunya.contact_points.get(kind="email").value.open() == "dunya@example.org"
    set_email(actor=world.amina.actor, person=dunya, email="")
    assert not dunya.contact_points.filter(kind="email").exists()


def test_tags_differ_by_more_than_capitals_and_can_be_undone(world: World, dunya: Person) -> None:
    tag_person(actor=world.bram.actor, person=dunya, name="Van")
    assert tag_person(actor=world.bram.actor, person=dunya, name="van") is None
    tag = dunya.taggings.get().tag
    changeset = untag_person(actor=world.bram.actor, person=dunya, tag=tag)
    assert changeset
    assert not dunya.taggings.exists()
    undo_changeset(actor=world.bram.actor, changeset=changeset)
    assert dunya.taggings.get().tag.name == "Van"


def test_a_note_is_signed(world: World, dunya: Person) -> None:
    note = add_note(actor=world.bram.actor, person=dunya, body=" Offers her van ")
    assert (note.body, note.author_id) == ("Offers her van", world.bram.membership.id)


def test_a_deleted_person_is_gone_for_everybody_until_undone(world: World, dunya: Person) -> None:
    changeset = delete_person(actor=world.amina.actor, person=dunya)
    assert not Person.objects.visible_to(world.amina).exists()
    undo_changeset(actor=world.amina.actor, changeset=changeset)
    assert Person.objects.visible_to(world.amina).exists()
