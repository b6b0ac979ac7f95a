import pytest

from groundswell.texting.team_steps import texting_by_group
from groundswell.texting.tests.ballot import members, start_ballot, texter
from tests.world import World


@pytest.mark.django_db
def test_amina_sees_who_is_texting_in_each_branch(world: World) -> None:
    members(world.leeds, 2)
    chidi = texter(world.chidi, start_ballot(world).campaign)
    assert texting_by_group(world.union) == {}
    chidi.text_everybody()
    assert texting_by_group(world.union) == {world.leeds.id: 1}
