import pytest

from groundswell.orgs.access import get_group_for
from groundswell.orgs.errors import CannotMoveThere, GroupNameTaken
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.services.create_group import create_group
from groundswell.orgs.services.create_groups import create_groups
from groundswell.orgs.services.move_group import move_group
from groundswell.orgs.services.rename_group import rename_group
from groundswell.orgs.viewer import viewer_for
from tests.world import World


def test_a_new_group_lies_below_its_parent(world: World) -> None:
    headingley = create_group(actor=world.amina.actor, parent=world.leeds, name="Headingley")
    assert headingley.path == f"{world.leeds.path}{headingley.id}/"


def test_two_groups_in_one_place_never_share_a_name(world: World) -> None:
    with pytest.raises(GroupNameTaken):
        create_group(actor=world.amina.actor, parent=world.national, name="leeds")
    with pytest.raises(GroupNameTaken):
        rename_group(actor=world.amina.actor, group=world.york, name="LEEDS", kind="branch")


def test_a_group_moves_with_everything_below_it(world: World) -> None:
    north = create_group(actor=world.amina.actor, parent=world.national, name="North", kind="region")
    school = create_group(actor=world.amina.actor, parent=world.leeds, name="School")
    move_group(actor=world.amina.actor, group=world.leeds, parent=north)
    school.refresh_from_db()
    assert school.path == f"{north.path}{world.leeds.id}/{school.id}/"


def test_whoever_leads_the_new_place_leads_what_was_moved_there(world: World) -> None:
    move_group(actor=world.amina.actor, group=world.york, parent=world.leeds)
    assert viewer_for(world.bram.membership).may(Right.SEE_PEOPLE, world.york.id)


def test_a_group_cannot_be_moved_below_itself(world: World) -> None:
    school = create_group(actor=world.amina.actor, parent=world.leeds, name="School")
    with pytest.raises(CannotMoveThere):
        move_group(actor=world.amina.actor, group=world.leeds, parent=school)


def test_many_branches_are_made_at_once_and_those_there_already_are_left_alone(world: World) -> None:
    names = ["Leeds", " Bradford  South ", "bradford south", "", "Hull"]
    made = create_groups(actor=world.amina.actor, parent=world.national, names=names)
    assert [group.name for group in made] == ["Bradford South", "Hull"]
    assert Group.objects.at_or_below(world.national).count() == 5


def test_a_leader_of_leeds_cannot_find_york(world: World) -> None:
    from django.http import Http404

    with pytest.raises(Http404):
        get_group_for(world.bram, world.york.public_id, Right.INVITE)
