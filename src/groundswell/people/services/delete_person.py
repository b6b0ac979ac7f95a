from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.models import Changeset
from groundswell.history.services import open_changeset, save_changes
from groundswell.kernel import clock
from groundswell.kernel.facts import announce
from groundswell.people.facts import PersonDeleted
from groundswell.people.models import Person


def delete_person(*, actor: Actor, person: Person) -> Changeset:
    """Into the bin: nobody sees or contacts them, and it can be undone. Erasure is another thing."""
    with transaction.atomic():
        changeset = open_changeset(actor=actor, kind="person.deleted", label="One person")
        save_changes(changeset, person, deleted_at=clock.now())
        record(actor, "person.deleted", person)
        announce(PersonDeleted(organisation_id=person.organisation_id, person_id=person.pk))
    return changeset
