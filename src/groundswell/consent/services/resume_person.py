from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.consent.selectors import numbers_of
from groundswell.consent.services.lift_stop import lift_stop
from groundswell.people.models import Person


def resume_person(*, actor: Actor, person: Person, reason: str) -> None:
    """An organiser undoes what a colleague stopped, on all their numbers. Raises OnlyThemselves."""
    with transaction.atomic():
        for key in numbers_of(person):
            lift_stop(actor=actor, organisation_id=person.organisation_id, match_key=key, reason=reason)
