from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.models import Changeset
from groundswell.history.services import open_changeset, record_deleted
from groundswell.people.models import Person, Tag


def untag_person(*, actor: Actor, person: Person, tag: Tag) -> Changeset | None:
    """Takes a tag off somebody; None when they do not have it."""
    with transaction.atomic():
        tagging = person.taggings.filter(tag=tag).first()
        if tagging is None:
            return None
        changeset = open_changeset(actor=actor, kind="person.untagged", label="A tag of one person")
        record_deleted(changeset, [tagging])
        tagging.delete()
        record(actor, "person.untagged", person, tag=tag.pk)
    return changeset
