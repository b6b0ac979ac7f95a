from uuid import UUID

from groundswell.orgs.models import Role
from groundswell.texting.models import Assignment, Campaign, Conversation
from tests.architecture.samples import Sample
from tests.world import World, make_member


def campaign(world: World) -> Campaign:
    return Campaign.objects.create(
        organisation=world.union, group=world.leeds, name="Ballot", state=Campaign.State.RUNNING
    )


def somebody_elses_assignment(world: World) -> UUID:
    other = make_member("Zoë", world.leeds, Role.VOLUNTEER).membership
    return Assignment.objects.create(campaign=campaign(world), membership=other).public_id


def conversation(world: World) -> UUID:
    made = Conversation.objects.create(
        organisation=world.union, campaign=campaign(world), group=world.leeds, match_key="0" * 32
    )
    return made.public_id


PARAMETERS = {
    "campaign": Sample(lambda world: campaign(world).public_id),
    "campaign_id": Sample(lambda world: campaign(world).public_id),
    "assignment": Sample(somebody_elses_assignment, lives_in="private"),
    "conversation": Sample(conversation, lives_in="private"),
    "conversation_id": Sample(conversation),
}
