"""A ballot campaign with members in Leeds and York, started and ready to text."""

from dataclasses import dataclass
from typing import Any

from groundswell.consent.channels import Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState
from groundswell.gateways.simulator.behaviour import Behaviour
from groundswell.gateways.simulator.inprocess import InProcessCarrier, carrier, forget_carriers
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.jobs import run_due_jobs
from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Group
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Meaning, ProviderConnection, Sender
from groundswell.outreach.services.connect_provider import connect_provider
from groundswell.outreach.services.store_webhook import store_webhook
from groundswell.outreach.webhooks import process_receipts
from groundswell.people.models import ContactPoint, Person
from groundswell.texting.access import get_device_for
from groundswell.texting.dispatcher import dispatch_once
from groundswell.texting.models import Assignment, Campaign, Conversation, Round, Text
from groundswell.texting.selectors.cards import cards
from groundswell.texting.services.join_campaign import join_campaign, open_on_device
from groundswell.texting.services.send_gestures import Gesture, Outcome, send_gestures
from groundswell.texting.services.start_campaign import start_campaign
from groundswell.texting.services.take_batch import Batch, take_batch
from groundswell.texting.tokens import DeviceToken, GestureToken
from tests.world import World

MESSAGE = "Hi {first_name|friend}, {volunteer} of {organisation} here. Have you voted in the ballot?"


SECRET = "only the carrier and we know"


@dataclass
class Ballot:
    campaign: Campaign
    connection: ProviderConnection
    sender: Sender
    carrier: InProcessCarrier

    def dispatch(self) -> None:
        """Hands over everything that is due."""
        while dispatch_once():
            pass

    def hear(self, seconds: float = 60) -> None:
        """Lets the carrier's time pass; its webhooks are stored and processed."""
        for webhook in self.carrier.advance(seconds, SECRET):
            store_webhook(self.connection, webhook)
        while process_receipts():
            pass

    def says(self, person: Person, body: str) -> None:
        """A member texts our number, and we have read it."""
        self.writes(number(person), body)

    def writes(self, from_number: str, body: str) -> None:
        """Any number texts ours."""
        self.carrier.say(from_number, self.sender.number, body)
        self.hear()


def number(person: Person) -> str:
    return str(person.contact_points.get(kind="phone").value.open())


def connect_carrier(world: World) -> Sender:
    """One number of ours, at a carrier inside this process where nobody answers unless told to."""
    connection = connect_provider(
        actor=world.amina.actor,
        gateway="simulator",
        label="Simulated carrier",
        settings={},
        credentials={"secret": SECRET},
        address="inprocess:test",
        parts_per_second=10_000,
    )
    forget_carriers()
    carrier("test").behaviour = Behaviour(replies=0)
    return Sender.objects.create(
        organisation=world.union, connection=connection, number="+447700900999", parts_per_second=10_000
    )


def start_ballot(world: World, **values: object) -> Ballot:
    """Freezes whoever is in the world now as the audience."""
    sender = Sender.objects.select_related("connection").first() or connect_carrier(world)
    campaign = Campaign.objects.create(
        organisation=world.union,
        group=world.national,
        **{"name": "Ballot 2026", "goal": Meaning.VOTED, "batch_size": 10, "seconds_between": 0} | values,
    )
    Round.objects.create(campaign=campaign, number=1, message=MESSAGE)
    start_campaign(actor=world.amina.actor, campaign=campaign)
    run_due_jobs()
    campaign.refresh_from_db()
    for point in ContactPoint.objects.filter(kind="phone"):
        carrier("test").cast(point.value.open(), "voted")
    return Ballot(campaign, sender.connection, sender, carrier("test"))


@dataclass
class Texter:
    """A volunteer with a device opened on the campaign."""

    viewer: Viewer
    assignment: Assignment
    token: DeviceToken

    def take(self) -> Batch:
        return take_batch(viewer=self.viewer, assignment=self.assignment)

    def cards(self) -> list[dict[str, Any]]:
        return cards(get_device_for(self.token))

    def tap(self, *cards: dict[str, Any]) -> list[Outcome]:
        gestures = [Gesture(token=card["token"]) for card in cards]
        return send_gestures(token=self.token, gestures=gestures)

    def reply(self, body: str) -> Outcome:
        """Answers whoever waits longest."""
        waiting = Conversation.objects.filter(holder=self.assignment, waiting_since__isnull=False)
        return self.write_to(waiting.order_by("waiting_since")[0], body)

    def write_to(self, conversation: Conversation, body: str) -> Outcome:
        token = GestureToken.issue(kind="reply", subject_id=conversation.id, assignment_id=self.assignment.id)
        [outcome] = send_gestures(token=self.token, gestures=[Gesture(token=token.write(), body=body)])
        return outcome

    def text_everybody(self) -> list[Text]:
        """Takes batches until none is left, one tap for each person."""
        while self.take().turns:
            for card in self.cards():
                assert self.tap(card)[0].error is None
        return list(Text.objects.filter(author=self.viewer.membership).order_by("id"))


def texter(viewer: Viewer, campaign: Campaign) -> Texter:
    assignment = join_campaign(viewer=viewer, campaign=campaign)
    return Texter(viewer, assignment, open_on_device(viewer=viewer, assignment=assignment))


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
