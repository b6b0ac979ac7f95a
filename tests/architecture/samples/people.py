from uuid import UUID

from groundswell.history.services.open_changeset import open_changeset
from groundswell.orgs.models import Role
from groundswell.people.models import Person, Tag
from tests.architecture.samples import Sample
from tests.world import World, make_member


def somebody(world: World) -> UUID:
    return Person.objects.get(group=world.leeds).public_id


def tag(world: World) -> UUID:
    return Tag.objects.create(organisation=world.union, name="van").public_id


def somebody_elses_change(world: World) -> UUID:
    other = make_member("Zoë", world.leeds, Role.LEADER)
    return open_changeset(actor=other.actor, kind="person", label="A change").public_id


PARAMETERS = {
    "person_id": Sample(somebody),
    "tag_id": Sample(tag, lives_in="nowhere"),
    "changeset_id": Sample(somebody_elses_change, lives_in="private"),
    "channel": Sample(lambda world: "text", lives_in="nowhere"),
}
