from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.facts import announce
from groundswell.orgs.models import Group, Organisation
from groundswell.people.addresses import email_point, phone_point, read_email, read_number
from groundswell.people.errors import NobodyToAdd, NumberTaken
from groundswell.people.facts import PersonAdded
from groundswell.people.models import Person
from groundswell.people.services.index_names import index_names
from groundswell.people.zones import zone_of_number


def add_person(
    *,
    actor: Actor,
    organisation: Organisation,
    group: Group,
    given_name: str = "",
    family_name: str = "",
    phone: str = "",
    email: str = "",
    external_id: str | None = None,
    postcode: str = "",
    town: str = "",
    language: str = "",
    how_we_know: str = "",
) -> Person:
    """Somebody new in a branch. They may be contacted once a basis is recorded, not before.

    Raises NobodyToAdd, NumberTaken, PhoneUnreadable, EmailUnreadable.
    """
    if not any((given_name, family_name, phone, email)):
        raise NobodyToAdd
    number = read_number(phone, organisation) if phone else None
    address = read_email(email) if email else None
    person = Person(
        organisation=organisation,
        group=group,
        external_id=external_id or None,
        postcode=postcode,
        town=town,
        language=language,
        how_we_know=how_we_know,
    )
    person.set_name(given_name, family_name)
    person.time_zone, person.time_zone_source = zone_of_number(organisation, number.zones if number else ())
    points = [phone_point(organisation.id, number)] if number else []
    points += [email_point(organisation.id, address)] if address else []
    with transaction.atomic():
        require_free(organisation.id, person.external_id)
        person.save()
        for point in points:
            point.person = person
            point.save()
        index_names([person.pk])
        record(actor, "person.added", person, group=group.pk)
        announce(PersonAdded(organisation_id=organisation.id, person_id=person.pk))
    return person


def require_free(organisation_id: int, external_id: str | None, *, but: int = 0) -> None:
    """Raises NumberTaken when somebody else holds this membership number."""
    holders = Person.objects.alive().filter(organisation_id=organisation_id, external_id=external_id)
    if external_id and holders.exclude(pk=but).exists():
        raise NumberTaken
