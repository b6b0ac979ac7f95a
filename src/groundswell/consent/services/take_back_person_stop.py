from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.consent.selectors import numbers_of
from groundswell.consent.services.take_back_stop import take_back_stop
from groundswell.people.models import Person


def take_back_person_stop(*, actor: Actor, person: Person) -> None:
    """The wrong button, noticed within a minute by whoever pressed it. Raises TooLateToTakeBack."""
    with transaction.atomic():
        for key in numbers_of(person):
            take_back_stop(actor=actor, organisation_id=person.organisation_id, match_key=key)
