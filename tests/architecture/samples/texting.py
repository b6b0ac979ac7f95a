from groundswell.orgs.models import Role
from groundswell.texting.models import Assignment, Campaign
from tests.architecture.samples import Sample
from tests.world import World, make_member


def campaign(world: World) -> Campaign:
    return Campaign.objects.create(
        organisation=world.union, group=world.leeds, name="Ballot", state=Campaign.State.RUNNING
    )


def somebody_elses_assignment(world: World) -> dict[str, object]:
    other = make_member("Zoë", world.leeds, Role.VOLUNTEER).membership
    made = Assignment.objects.create(campaign=campaign(world), membership=other)
    return {"assignment": made.public_id}


def conversation(world: World) -> dict[str, object]:
    return {"conversation": world.union.public_id}


SAMPLES = {
    "device_open": Sample(somebody_elses_assignment, lives_in="private"),
    "device_conversation": Sample(conversation, lives_in="private"),
}
