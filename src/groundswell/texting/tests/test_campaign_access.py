import pytest
from django.http import Http404

from groundswell.orgs.rights import Right
from groundswell.texting.campaign_access import branches_of, campaigns_for, get_campaign_for
from groundswell.texting.tests.campaigns import campaign_in
from tests.world import World


def test_a_branch_leader_supervises_the_own_part_of_a_national_campaign(world: World) -> None:
    campaign = campaign_in(world.national)
    assert get_campaign_for(world.bram, campaign.public_id, Right.SUPERVISE_TEXTING) == campaign
    assert list(branches_of(world.bram, campaign, Right.SUPERVISE_TEXTING)) == [world.leeds]


def test_a_branch_leader_neither_runs_it_nor_sees_the_campaign_of_another_branch(world: World) -> None:
    national, york = campaign_in(world.national), campaign_in(world.york)
    with pytest.raises(Http404):
        get_campaign_for(world.bram, national.public_id, Right.RUN_CAMPAIGNS)
    with pytest.raises(Http404):
        get_campaign_for(world.bram, york.public_id, Right.SUPERVISE_TEXTING)


def test_another_organisation_and_a_volunteer_see_none(world: World) -> None:
    campaign_in(world.national)
    assert not campaigns_for(world.frida, Right.RUN_CAMPAIGNS).exists()
    assert not campaigns_for(world.chidi, Right.SUPERVISE_TEXTING).exists()
