from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.models import Changeset
from groundswell.history.services import open_changeset, record_inserted
from groundswell.people.errors import TagUnreadable
from groundswell.people.models import Person, Tag, Tagging

LONGEST = 60


def tag_person(*, actor: Actor, person: Person, name: str) -> Changeset | None:
    """Puts a tag on somebody, made if it is new; None when they have it. Raises TagUnreadable."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST:
        raise TagUnreadable
    with transaction.atomic():
        tag = find_or_make_tag(person.organisation_id, name)
        tagging, is_new = Tagging.objects.get_or_create(
            tag=tag, person=person, defaults={"tagged_by_id": actor.membership_id}
        )
        if not is_new:
            return None
        changeset = open_changeset(actor=actor, kind="person.tagged", label="A tag of one person")
        record_inserted(changeset, [tagging])
        record(actor, "person.tagged", person, tag=tag.pk)
    return changeset


def find_or_make_tag(organisation_id: int, name: str) -> Tag:
    """Tags differ by more than capitals."""
    tags = Tag.objects.filter(organisation_id=organisation_id, deleted_at=None, name__iexact=name)
    return tags.first() or Tag.objects.create(organisation_id=organisation_id, name=name)
