"""Small ways to put people into a test."""

from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Group
from groundswell.people.models import ContactPoint, Person, Tag, Tagging


def someone(group: Group, given: str, *, mobile: str = "", email: str = "", **fields: object) -> Person:
    person = Person(organisation=group.organisation, group=group, time_zone="Europe/London", **fields)
    person.set_name(given, "Aydın")
    person.save()
    if mobile:
        _point(person, ContactPoint.Kind.PHONE, mobile, textable=True)
    if email:
        _point(person, ContactPoint.Kind.EMAIL, email)
    return person


def tagged(person: Person, name: str) -> Tag:
    tag, _ = Tag.objects.get_or_create(organisation=person.organisation, name=name)
    Tagging.objects.create(tag=tag, person=person)
    return tag


def _point(person: Person, kind: ContactPoint.Kind, value: str, *, textable: bool = False) -> None:
    ContactPoint.objects.create(
        organisation=person.organisation,
        person=person,
        kind=kind,
        value=value,
        match_key=match_key(person.organisation_id, kind, value),
        textable=textable,
    )
