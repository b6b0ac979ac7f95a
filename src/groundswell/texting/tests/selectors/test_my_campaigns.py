from groundswell.texting.models import Campaign
from groundswell.texting.selectors.my_campaigns import my_campaigns
from groundswell.texting.services.join_campaign import join_campaign
from groundswell.texting.tests.ballot import members, start_ballot
from tests.world import World


def test_a_volunteer_sees_the_running_campaigns_above_their_branch(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    (place,) = my_campaigns(world.chidi)
    assert place.campaign == ballot.campaign
    assert place.assignment_id is None
    joined = join_campaign(viewer=world.chidi, campaign=ballot.campaign)
    assert my_campaigns(world.chidi)[0].assignment_id == joined.public_id


def test_another_branchs_campaign_and_another_organisations_are_not_shown(world: World) -> None:
    members(world.york, 1)
    ballot = start_ballot(world)
    Campaign.objects.filter(pk=ballot.campaign.pk).update(group=world.york)
    assert my_campaigns(world.chidi) == []
    assert my_campaigns(world.frida) == []
