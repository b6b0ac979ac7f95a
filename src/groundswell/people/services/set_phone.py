from groundswell.audit.actor import Actor
from groundswell.history.models import Changeset
from groundswell.people.addresses import phone_point, read_number
from groundswell.people.models import ContactPoint, Person
from groundswell.people.services.replace_address import replace_address
from groundswell.people.zones import zone_of_number


def set_phone(*, actor: Actor, person: Person, phone: str) -> Changeset | None:
    """The number they have now, or none for ""; the clock follows it. Raises PhoneUnreadable.

    A STOP belongs to the number it came from and stays with it; the person's own no stays with them.
    """
    organisation = person.organisation
    number = read_number(phone, organisation) if phone.strip() else None
    point = phone_point(organisation.id, number) if number else None
    clock = {}
    if person.time_zone_source != Person.ZoneSource.PERSON:
        zone, source = zone_of_number(organisation, number.zones if number else ())
        clock = {"time_zone": zone, "time_zone_source": source}
    return replace_address(actor=actor, person=person, kind=ContactPoint.Kind.PHONE, point=point, **clock)
