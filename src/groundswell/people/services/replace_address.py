from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.models import Changeset
from groundswell.history.services import open_changeset, record_deleted, record_inserted, save_changes
from groundswell.kernel.facts import announce
from groundswell.people.facts import PersonChanged
from groundswell.people.models import ContactPoint, Person


def replace_address(
    *,
    actor: Actor,
    person: Person,
    kind: ContactPoint.Kind,
    point: ContactPoint | None,
    **details: str,
) -> Changeset | None:
    """Swaps the first number or address of a kind; None when it is the same. Undo brings the old one back."""
    with transaction.atomic():
        former = person.contact_points.filter(kind=kind, is_primary=True).first()
        if (former and former.match_key) == (point and point.match_key):
            return None
        changeset = open_changeset(actor=actor, kind="person.changed", label="An address of one person")
        if former is not None:
            record_deleted(changeset, [former])
            former.delete()
        if point is not None:
            person.contact_points.filter(kind=kind, match_key=point.match_key).delete()
            point.person = person
            point.save()
            record_inserted(changeset, [point])
        save_changes(changeset, person, **details)
        record(actor, "person.changed", person, fields=[kind])
        announce(PersonChanged(organisation_id=person.organisation_id, person_id=person.pk))
    return changeset
