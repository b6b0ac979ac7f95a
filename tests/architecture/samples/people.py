from groundswell.history.services.open_changeset import open_changeset
from groundswell.orgs.models import Role
from groundswell.people.models import Person, Tag, Tagging
from tests.architecture.samples import Sample
from tests.world import World, make_member


def somebody(world: World) -> dict[str, object]:
    return {"person_id": Person.objects.get(group=world.leeds).public_id}


def tagged(world: World) -> dict[str, object]:
    tag = Tag.objects.create(organisation=world.union, name="van")
    Tagging.objects.create(person=Person.objects.get(group=world.leeds), tag=tag)
    return somebody(world) | {"tag_id": tag.public_id}


def changed(world: World) -> dict[str, object]:
    other = make_member("Zoë", world.leeds, Role.LEADER)
    changeset = open_changeset(actor=other.actor, kind="person", label="A change")
    return somebody(world) | {"changeset_id": changeset.public_id}


PAGES_OF_A_PERSON = [
    "person",
    "person_edit",
    "person_remove",
    "person_addresses",
    "person_phone",
    "person_email",
    "person_tags",
    "person_notes",
    "person_stop",
    "person_take_back",
    "person_resume",
    "person_consent",
]
SAMPLES = {
    "person_untag": Sample(tagged),
    "person_undo": Sample(changed, lives_in="private"),
    "person_hold": Sample(lambda world: somebody(world) | {"channel": "text"}),
    **{name: Sample(somebody) for name in PAGES_OF_A_PERSON},
}
