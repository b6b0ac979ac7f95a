from datetime import timedelta
from uuid import UUID

from groundswell.consent.channels import Channel
from groundswell.consent.models import Hold
from groundswell.kernel.clock import now
from groundswell.orgs.models import Role
from groundswell.texting.models import Assignment, Campaign, Conversation, Round, Text
from tests.architecture.samples import Sample
from tests.world import World, make_member


def campaign(world: World) -> Campaign:
    made = Campaign.objects.create(
        organisation=world.union, group=world.leeds, name="Ballot", state=Campaign.State.RUNNING
    )
    Round.objects.create(campaign=made, number=1, message="Have you voted?")
    return made


def somebody_elses_assignment(world: World) -> UUID:
    other = make_member("Zoë", world.leeds, Role.VOLUNTEER).membership
    return Assignment.objects.create(campaign=campaign(world), membership=other).public_id


def conversation(world: World) -> UUID:
    made = Conversation.objects.create(
        organisation=world.union, campaign=campaign(world), group=world.leeds, match_key="0" * 32
    )
    return made.public_id


def text(world: World) -> UUID:
    found = Conversation.objects.get(public_id=conversation(world))
    made = Text.objects.create(
        organisation=world.union,
        conversation=found,
        kind=Text.Kind.FIRST,
        state=Text.State.UNKNOWN,
        body="Have you voted?",
        match_key=found.match_key,
        made_at=now(),
        handed_at=now() - timedelta(days=2),
    )
    return made.public_id


def hold(world: World) -> int:
    made = Hold.objects.create(
        organisation=world.union, channel=Channel.TEXT, match_key="0" * 32, held_at=now()
    )
    return made.id


PARAMETERS = {
    "campaign": Sample(lambda world: campaign(world).public_id),
    "campaign_id": Sample(lambda world: campaign(world).public_id),
    "assignment": Sample(somebody_elses_assignment, lives_in="private"),
    "assignment_id": Sample(somebody_elses_assignment),
    "reason": Sample(lambda world: "no_number", lives_in="nowhere"),
    "hold_id": Sample(hold, lives_in="national"),
    "conversation": Sample(conversation, lives_in="private"),
    "conversation_id": Sample(conversation),
    "text_id": Sample(text),
}
