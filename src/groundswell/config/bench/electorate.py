"""A union of any size, written in bulk: people with a number and a basis, branches with volunteers."""

from collections.abc import Iterator
from datetime import time
from itertools import islice

from groundswell.accounts.models import User
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Group, Membership, Organisation, Role, RoleGrant
from groundswell.outreach.models import OutreachSettings
from groundswell.people.models import ContactPoint, Person

CHUNK = 2000
TEXTERS_A_BRANCH = 6
NAMES = ("Amal", "Beatriz", "Chen", "Daria", "Efua", "Farid", "Grace", "Hamza", "Ines", "Jonas")


def found_union() -> tuple[Organisation, Group]:
    """Texts at any hour: a measurement does not wait for the morning."""
    union = Organisation.objects.create(name="Teachers United", kind=Organisation.Kind.UNION)
    OutreachSettings.objects.create(
        organisation=union, texts_from=time(0, 0), texts_until=time(23, 59, 59, 999_999)
    )
    root = Group.objects.create(organisation=union, name=union.name, kind=Group.Kind.NATIONAL, path="/")
    root.path = f"/{root.id}/"
    root.save(update_fields=["path"])
    return union, root


def found_branches(root: Group, count: int) -> list[Group]:
    branches = Group.objects.bulk_create(
        Group(organisation_id=root.organisation_id, parent=root, name=f"Branch {n}", path="/")
        for n in range(count)
    )
    for branch in branches:
        branch.path = f"{root.path}{branch.id}/"
    Group.objects.bulk_update(branches, ["path"])
    return branches


def enlist_texters(branches: list[Group]) -> list[Membership]:
    """Nobody signs in during the measurement, so nobody needs a password."""
    places = [(branch, n) for branch in branches for n in range(TEXTERS_A_BRANCH)]
    users = User.objects.bulk_create(
        User(email=f"texter-{branch.id}-{n}@example.org", name=f"Texter {n}") for branch, n in places
    )
    organisation = branches[0].organisation_id
    memberships = Membership.objects.bulk_create(
        Membership(organisation_id=organisation, user=user, alias=NAMES[number % len(NAMES)])
        for number, user in enumerate(users)
    )
    RoleGrant.objects.bulk_create(
        RoleGrant(membership=membership, group=branch, role=Role.VOLUNTEER)
        for membership, (branch, _) in zip(memberships, places, strict=True)
    )
    return memberships


def enroll_members(branches: list[Group], count: int) -> None:
    numbers = iter(range(count))
    while chunk := list(islice(numbers, CHUNK)):
        _write(branches, chunk)


def phone_of(number: int) -> str:
    """Mobile numbers as the plan allows them, one for each of up to 99 million people."""
    return f"+447{400_000_000 + number:09d}"


def _write(branches: list[Group], numbers: list[int]) -> None:
    organisation, now = branches[0].organisation_id, clock.now()
    people = Person.objects.bulk_create(_people(branches, numbers))
    ContactPoint.objects.bulk_create(
        ContactPoint(
            organisation_id=organisation,
            person=person,
            kind=ContactPoint.Kind.PHONE,
            value=Sealed.of("address-of-person", phone_of(number)),
            match_key=match_key(organisation, "phone", phone_of(number)),
            textable=True,
        )
        for person, number in zip(people, numbers, strict=True)
    )
    said = {
        "channel": Channel.TEXT,
        "purpose": Purpose.MEMBERSHIP,
        "status": ConsentStatus.GRANTED,
        "basis": Basis.MEMBER,
    }
    events = ConsentEvent.objects.bulk_create(
        ConsentEvent(
            organisation_id=organisation,
            person=person,
            source="import",
            received_at=now,
            effective_at=now,
            **said,
        )
        for person in people
    )
    ConsentState.objects.bulk_create(
        ConsentState(person=event.person, event=event, **said) for event in events
    )


def _people(branches: list[Group], numbers: list[int]) -> Iterator[Person]:
    for number in numbers:
        branch = branches[number % len(branches)]
        person = Person(
            organisation_id=branch.organisation_id,
            group=branch,
            external_id=f"M{number:08d}",
            time_zone="Europe/London",
        )
        person.set_name(NAMES[number % len(NAMES)], f"Member{number}")
        yield person
