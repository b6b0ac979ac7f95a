from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.people.errors import NoteEmpty
from groundswell.people.models import Note, Person


def add_note(*, actor: Actor, person: Person, body: str) -> Note:
    """A sentence for colleagues, signed and dated. Raises NoteEmpty."""
    if not body.strip():
        raise NoteEmpty
    with transaction.atomic():
        note = Note.objects.create(
            organisation_id=person.organisation_id,
            person=person,
            author_id=actor.membership_id,
            body=body.strip(),
            written_at=clock.now(),
        )
        record(actor, "person.noted", person, note=note.pk)
    return note
