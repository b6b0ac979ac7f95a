"""People with numbers, for the tests of consent."""

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.ledger import Line, write_lines
from groundswell.consent.models import ConsentState
from groundswell.kernel.fields import Sealed
from groundswell.kernel.sealed import match_key
from groundswell.people.models import ContactPoint, Person
from tests.world import World

EMILS_NUMBER = "+447700900123"


def key_of(world: World, number: str = EMILS_NUMBER) -> str:
    return match_key(world.union.id, "phone", number)


def make_person(world: World, name: str = "Emil", number: str = EMILS_NUMBER) -> Person:
    person = Person(organisation=world.union, group=world.leeds, time_zone="Europe/London")
    person.set_name(name, "Berg")
    person.save()
    if number:
        give_number(world, person, number)
    return person


def give_number(world: World, person: Person, number: str) -> None:
    ContactPoint.objects.create(
        organisation=world.union,
        person=person,
        kind=ContactPoint.Kind.PHONE,
        value=Sealed.of("address-of-person", number),
        match_key=key_of(world, number),
        textable=True,
        is_primary=not person.contact_points.filter(kind=ContactPoint.Kind.PHONE).exists(),
    )


def grant(world: World, person: Person, purpose: Purpose = Purpose.MEMBERSHIP) -> None:
    lines = [
        Line(
            person_id=person.pk,
            channel=channel,
            purpose=purpose,
            status=ConsentStatus.GRANTED,
            basis=Basis.MEMBER,
        )
        for channel in (Channel.TEXT, Channel.CALL)
    ]
    write_lines(world.amina.actor, lines, source="import", evidence="the member list of May")


def status_of(person: Person, channel: Channel, purpose: Purpose = Purpose.MEMBERSHIP) -> str:
    state = ConsentState.objects.filter(person=person, channel=channel, purpose=purpose).first()
    return state.status if state else ""
