from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.consent.errors import NoNumberToStop, ReasonMissing
from groundswell.consent.models import Suppression
from groundswell.consent.selectors import numbers_of
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.people.models import Person


def stop_person(*, actor: Actor, person: Person, reason: str) -> None:
    """A colleague notes that somebody wants no texts and calls: every number they have is stopped.

    Raises ReasonMissing, NoNumberToStop.
    """
    if not reason.strip():
        raise ReasonMissing
    keys = numbers_of(person)
    if not keys:
        raise NoNumberToStop
    with transaction.atomic():
        for key in keys:
            stop_contact(
                actor=actor,
                organisation_id=person.organisation_id,
                match_key=key,
                source=Suppression.Source.ORGANISER,
                evidence=reason.strip(),
                person=person,
            )
