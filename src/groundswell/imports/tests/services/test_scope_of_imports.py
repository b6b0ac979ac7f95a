import pytest

from groundswell.imports.models import ImportRow
from groundswell.imports.reasons import Reason
from groundswell.imports.services import stage_import
from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.models import Group, Role
from groundswell.people.models import Person
from tests.importing import load_file
from tests.world import World, make_member

YORK = "Member no,Name,Mobile,Branch\n1,Dunya Aydın,07400 123456,York\n"
LEEDS = """Member no,Name,Mobile,Branch,Town
1,Dunya Aydın,07400 123456,,Leeds
2,Emil Novák,07400 123457,Headingley,
"""


def test_a_leader_may_not_load_people(world: World) -> None:
    with pytest.raises(NotAllowed):
        stage_import(actor=world.bram.actor, group=world.leeds, file_name="x.csv", source=LEEDS)


def test_an_organiser_of_leeds_touches_nobody_of_york_and_learns_nothing(world: World) -> None:
    ines = make_member("Ines", world.leeds, Role.ORGANISER)
    load_file(world.amina, world.national, YORK)
    run = load_file(ines, world.leeds, LEEDS)
    row = run.rows.get(number=2)
    assert (row.outcome, row.reason, row.person_id) == (ImportRow.Outcome.REJECTED, Reason.ELSEWHERE, None)
    assert Person.objects.get(external_id="1").town == ""
    assert Group.objects.get(name="Headingley").parent == world.leeds


def test_an_organiser_of_leeds_cannot_load_into_york(world: World) -> None:
    ines = make_member("Ines", world.leeds, Role.ORGANISER)
    with pytest.raises(NotAllowed):
        stage_import(actor=ines.actor, group=world.york, file_name="x.csv", source=LEEDS)


def test_another_organisation_with_the_same_people_stays_apart(world: World) -> None:
    load_file(world.frida, world.rival_root, YORK)
    run = load_file(world.amina, world.national, YORK)
    assert run.summary["applied"]["new"] == 1
    assert Person.objects.filter(external_id="1").count() == 2


def test_a_named_branch_moves_a_member_and_an_empty_cell_does_not(world: World) -> None:
    load_file(world.amina, world.national, YORK)
    load_file(world.amina, world.national, "Member no,Name,Branch,Town\n1,Dunya Aydın,,\n")
    assert Person.objects.get(external_id="1").group == world.york
    load_file(world.amina, world.national, "Member no,Name,Branch\n1,Dunya Aydın,leeds\n")
    assert Person.objects.get(external_id="1").group == world.leeds
