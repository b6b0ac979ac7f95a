"""A ballot campaign with members in Leeds and York, started and ready to text."""

from dataclasses import dataclass

from groundswell.consent.channels import Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.jobs import run_due_jobs
from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Group
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Meaning, ProviderConnection, Sender
from groundswell.people.models import ContactPoint, Person
from groundswell.texting.models import Assignment, Campaign, Round
from groundswell.texting.services.join_campaign import join_campaign, open_on_device
from groundswell.texting.services.start_campaign import start_campaign
from groundswell.texting.tokens import DeviceToken
from tests.world import World

MESSAGE = "Hi {first_name|friend}, {volunteer} of {organisation} here. Have you voted in the ballot?"


@dataclass
class Ballot:
    campaign: Campaign
    connection: ProviderConnection
    sender: Sender


def start_ballot(world: World, **values: object) -> Ballot:
    """Freezes whoever is in the world now as the audience."""
    connection = ProviderConnection.objects.create(
        organisation=world.union, gateway="simulator", label="Simulated carrier", parts_per_second=10_000
    )
    sender = Sender.objects.create(
        organisation=world.union, connection=connection, number="+447700900999", parts_per_second=10_000
    )
    campaign = Campaign.objects.create(
        organisation=world.union,
        group=world.national,
        **{"name": "Ballot 2026", "goal": Meaning.VOTED, "batch_size": 10, "seconds_between": 0} | values,
    )
    Round.objects.create(campaign=campaign, number=1, message=MESSAGE)
    start_campaign(actor=world.amina.actor, campaign=campaign)
    run_due_jobs()
    campaign.refresh_from_db()
    return Ballot(campaign, connection, sender)


def texter(viewer: Viewer, campaign: Campaign) -> tuple[Assignment, DeviceToken]:
    """A volunteer with a device opened on the campaign."""
    assignment = join_campaign(viewer=viewer, campaign=campaign)
    return assignment, open_on_device(viewer=viewer, assignment=assignment)


def members(group: Group, count: int, *, start: int = 0) -> list[Person]:
    return [member(group, f"Member{start + n}", number_of(group, start + n)) for n in range(count)]


def number_of(group: Group, place: int) -> str:
    return f"+4477009{group.id % 10:01d}{place:04d}"


def member(group: Group, name: str, number: str | None, *, status: str = ConsentStatus.GRANTED) -> Person:
    """A member with a basis for texts about membership."""
    person = Person(organisation=group.organisation, group=group, time_zone="Europe/London")
    person.set_name(name, "Aydın")
    person.save()
    if number:
        give_number(person, number)
    _give_basis(person, status)
    return person


def give_number(person: Person, number: str) -> ContactPoint:
    return ContactPoint.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind="phone",
        value=Sealed.of("address-of-person", number),
        match_key=match_key(person.organisation_id, "phone", number),
        textable=True,
    )


def _give_basis(person: Person, status: str) -> None:
    said = {"channel": Channel.TEXT, "purpose": Purpose.MEMBERSHIP, "status": status, "basis": "member"}
    event = ConsentEvent.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        source="import",
        received_at=clock.now(),
        effective_at=clock.now(),
        **said,
    )
    ConsentState.objects.create(person=person, event=event, **said)
