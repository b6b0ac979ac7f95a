from groundswell.texting.selectors.leader_of import leader_of
from tests.world import World


def test_chidi_asks_bram_who_leads_his_branch(world: World) -> None:
    assert leader_of(world.chidi) == "Bram"


def test_bram_asks_nobody_while_he_leads_alone(world: World) -> None:
    assert leader_of(world.bram) == ""
