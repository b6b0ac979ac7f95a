from groundswell.orgs.rights import Right
from tests.world import World


def test_a_leader_may_see_people_in_the_own_branch_only(world: World) -> None:
    assert world.bram.groups_with(Right.SEE_PEOPLE) == {world.leeds.id}


def test_an_owner_may_see_people_everywhere_in_the_organisation(world: World) -> None:
    assert world.amina.groups_with(Right.SEE_PEOPLE) == {world.national.id, world.leeds.id, world.york.id}


def test_a_volunteer_sees_no_list_of_people(world: World) -> None:
    assert not world.chidi.may(Right.SEE_PEOPLE)
