from groundswell.audit.actor import Actor
from groundswell.consent.channels import Channel
from groundswell.consent.models import ConsentState, Suppression
from groundswell.consent.services import stop_contact
from groundswell.imports.models import ImportRun
from groundswell.imports.services import undo_import
from groundswell.kernel import clock
from groundswell.kernel.jobs import run_due_jobs
from groundswell.orgs.models import Group
from groundswell.outreach.models import Touch
from groundswell.people.models import ContactPoint, Person, Tagging
from tests.importing import load_file
from tests.world import World

FIRST = "Member no,Given name,Family name,Mobile,Email,Branch,Town\n1,Dunya,Aydın,07400 123456,,Leeds,Leeds\n"
SECOND = """Member no,Given name,Family name,Mobile,Email,Branch,Town,Tags
1,Dunya,Aydin-Smit,07400 123499,dunya@example.org,Hull,Hull,"steward, driver"
2,Emil,Novák,07400 123457,,Hull,Hull,
3,Kofi,Mensah,07400 123458,,Hull,Hull,
"""


def take_back(world: World, run: ImportRun) -> ImportRun:
    undo_import(actor=world.amina.actor, run=run)
    run_due_jobs()
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE, run.problem
    return run


def dunya_as_she_is() -> tuple[object, ...]:
    dunya = Person.objects.get(external_id="1")
    points = dunya.contact_points.order_by("id").values_list("match_key", "is_primary")
    words = dunya.words.order_by("word").values_list("word", flat=True)
    return dunya.full_name, dunya.sort_name, dunya.group.name, dunya.town, list(points), list(words)


def test_an_undo_returns_every_value_and_removes_who_came(world: World) -> None:
    load_file(world.amina, world.national, FIRST)
    before = dunya_as_she_is()
    run = load_file(world.amina, world.national, SECOND)
    assert dunya_as_she_is() != before
    take_back(world, run)
    assert dunya_as_she_is() == before
    assert Person.objects.alive().count() == 1
    assert not Group.objects.filter(name="Hull").exists()
    assert not Tagging.objects.exists()
    assert run.summary["undone"]["removed"] == 2


def test_whoever_was_contacted_since_stays_and_is_listed(world: World) -> None:
    run = load_file(world.amina, world.national, SECOND)
    emil = Person.objects.get(external_id="2")
    Touch.objects.create(
        organisation=world.union, person=emil, match_key="x", channel=Channel.TEXT, touched_at=clock.now()
    )
    take_back(world, run)
    assert Person.objects.alive().get() == emil
    assert run.rows.get(person=emil).kept == "contacted"
    assert Group.objects.filter(name="Hull").exists(), "his branch stays with him"


def test_whoever_opted_out_since_stays_and_the_stop_stays(world: World) -> None:
    run = load_file(world.amina, world.national, SECOND)
    emil = Person.objects.get(external_id="2")
    key = emil.contact_points.get().match_key
    stop_contact(
        actor=Actor.person(world.union.id, emil.id),
        organisation_id=world.union.id,
        match_key=key,
        source=Suppression.Source.OWN_WORDS,
    )
    take_back(world, run)
    assert run.rows.get(person=emil).kept == "opted_out"
    assert Suppression.objects.filter(match_key=key, lifted_at=None).exists()


def test_a_value_changed_by_hand_is_left_alone(world: World) -> None:
    load_file(world.amina, world.national, FIRST)
    run = load_file(world.amina, world.national, SECOND)
    dunya = Person.objects.get(external_id="1")
    dunya.town = "Whitby"
    dunya.save()
    take_back(world, run)
    dunya.refresh_from_db()
    assert (dunya.town, dunya.family_name) == ("Whitby", "Aydın")


def test_consent_that_rested_on_the_import_is_unknown_again(world: World) -> None:
    load_file(world.amina, world.national, FIRST, bases={})
    run = load_file(world.amina, world.national, SECOND)
    dunya = Person.objects.get(external_id="1")
    assert ConsentState.objects.get(person=dunya, channel=Channel.TEXT).status == "granted"
    take_back(world, run)
    assert ConsentState.objects.get(person=dunya, channel=Channel.TEXT).status == "unknown"


def test_a_list_can_be_loaded_again_after_its_undo(world: World) -> None:
    take_back(world, load_file(world.amina, world.national, SECOND))
    run = load_file(world.amina, world.national, SECOND)
    assert run.summary["applied"]["new"] == 3


def test_a_better_number_takes_the_first_place_and_gives_it_back(world: World) -> None:
    landline = "Member no,Name,Phone\n1,Dunya Aydın,0113 496 0000\n"
    load_file(world.amina, world.national, landline)
    run = load_file(world.amina, world.national, "Member no,Name,Phone\n1,Dunya Aydın,07400 123456\n")
    first = ContactPoint.objects.get(textable=False)
    assert not first.is_primary
    take_back(world, run)
    first.refresh_from_db()
    assert first.is_primary
    assert ContactPoint.objects.count() == 1
