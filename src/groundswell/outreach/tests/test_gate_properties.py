"""The gate's SQL against the same rules said plainly in Python, over many small invented worlds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from hypothesis import given
from hypothesis import strategies as some

from groundswell.consent.channels import Channel, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState, Hold, Suppression
from groundswell.outreach.gate import Reason, may_contact, with_verdict
from groundswell.outreach.models import OutreachSettings, Touch
from groundswell.people.models import ContactPoint, Person
from tests.thoroughness import examples
from tests.world import World

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ZONES = ("Europe/London", "America/Los_Angeles", "Asia/Kolkata")
NUMBERS = ("first", "second")


@dataclass(frozen=True)
class Someone:
    number: str
    textable: bool
    status: str
    consent: str
    zone: str
    deleted: bool


@dataclass(frozen=True)
class Contact:
    who: int
    number: str
    days_ago: int
    counts: bool


@dataclass(frozen=True)
class Scene:
    """Everything the gate looks at."""

    people: tuple[Someone, ...]
    contacts: tuple[Contact, ...]
    suppressed: frozenset[str]
    held: frozenset[str]
    paused: bool
    emergency: bool
    limit: int
    at: datetime
    is_reply: bool


people_of_scene = some.lists(
    some.builds(
        Someone,
        number=some.sampled_from(("", *NUMBERS)),
        textable=some.sampled_from((True, True, False)),
        status=some.sampled_from(("ok", "ok", "landline", "invalid")),
        consent=some.sampled_from(("", "unknown", "granted", "granted", "withdrawn", "objected")),
        zone=some.sampled_from(ZONES),
        deleted=some.sampled_from((False, False, False, True)),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
contacts_of_scene = some.lists(
    some.builds(
        Contact,
        who=some.integers(0, 2),
        number=some.sampled_from(NUMBERS),
        days_ago=some.integers(0, 9),
        counts=some.booleans(),
    ),
    max_size=6,
).map(tuple)
scenes = some.builds(
    Scene,
    people=people_of_scene,
    contacts=contacts_of_scene,
    suppressed=some.frozensets(some.sampled_from(NUMBERS)),
    held=some.frozensets(some.sampled_from(NUMBERS)),
    paused=some.sampled_from((False, False, True)),
    emergency=some.booleans(),
    limit=some.integers(1, 3),
    at=some.integers(0, 47).map(lambda halves: NOON + timedelta(minutes=30 * halves)),
    is_reply=some.booleans(),
)


def plainly(scene: Scene, index: int) -> tuple[Reason, ...]:
    """The rules of contact, one a line."""
    someone = scene.people[index]
    addressable = bool(someone.number) and someone.textable and someone.status == "ok"
    withdrew = someone.consent in {"withdrawn", "objected"}
    local = scene.at.astimezone(ZoneInfo(someone.zone)).time()
    applies = {
        Reason.LEFT: someone.deleted,
        Reason.NO_NUMBER: not addressable,
        Reason.OPTED_OUT: withdrew or someone.number in scene.suppressed,
        Reason.ON_HOLD: someone.number in scene.held,
        Reason.NO_CONSENT: someone.consent in {"", "unknown"} and not scene.is_reply,
        Reason.FATIGUE: not scene.is_reply and not scene.emergency and tired(scene, index),
        Reason.PAUSED: scene.paused,
        Reason.QUIET_HOURS: not time(9) <= local < time(20),
    }
    return tuple(reason for reason in Reason if applies[reason])


def tired(scene: Scene, index: int) -> bool:
    number = scene.people[index].number
    if not number:
        return False  # nobody could contact them anyway
    lately = [
        contact
        for contact in scene.contacts
        if contact.counts
        and contact.days_ago < 7
        and contact.who < len(scene.people)
        and (contact.who == index or contact.number == number)
    ]
    return len(lately) >= scene.limit


@contextmanager
def built(world: World, scene: Scene) -> Iterator[list[Person]]:
    with transaction.atomic():
        yield [make_person(world, someone) for someone in scene.people]
        transaction.set_rollback(True)


def make_person(world: World, someone: Someone) -> Person:
    person = Person.objects.create(
        organisation=world.union,
        group=world.leeds,
        time_zone=someone.zone,
        deleted_at=NOON if someone.deleted else None,
    )
    if someone.number:
        ContactPoint.objects.create(
            organisation=world.union,
            person=person,
            kind="phone",
            value="+447700900001",
            match_key=someone.number,
            textable=someone.textable,
            status=someone.status,
        )
    if someone.consent:
        give_consent(person, someone.consent)
    return person


def give_consent(person: Person, status: str) -> None:
    event = ConsentEvent.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        channel=Channel.TEXT,
        status=status,
        source="organiser",
        received_at=NOON,
        effective_at=NOON,
    )
    ConsentState.objects.create(
        person=person, channel=Channel.TEXT, purpose=Purpose.CAMPAIGN, status=status, event=event
    )


def set_up(world: World, scene: Scene, people: list[Person]) -> None:
    world.union.sending_paused_at = NOON if scene.paused else None
    world.union.save()
    OutreachSettings.objects.create(
        organisation=world.union,
        fatigue_contacts=scene.limit,
        emergency_until=scene.at + timedelta(hours=1) if scene.emergency else None,
    )
    for contact in scene.contacts:
        if contact.who < len(people):
            Touch.objects.create(
                organisation=world.union,
                person=people[contact.who],
                match_key=contact.number,
                channel=Channel.TEXT,
                counts=contact.counts,
                touched_at=scene.at - timedelta(days=contact.days_ago),
            )
    for number in scene.suppressed:
        Suppression.objects.create(
            organisation=world.union,
            channel=Channel.TEXT,
            match_key=number,
            source="own_words",
            suppressed_at=NOON,
        )
    for number in scene.held:
        Hold.objects.create(organisation=world.union, channel=Channel.TEXT, match_key=number, held_at=NOON)


def answers(world: World, scene: Scene) -> list[tuple[Reason, ...]]:
    with built(world, scene) as people:
        set_up(world, scene, people)
        return [
            may_contact(person, Channel.TEXT, Purpose.CAMPAIGN, at=scene.at, is_reply=scene.is_reply).reasons
            for person in people
        ]


@examples(60)
@given(scene=scenes)
def test_the_gate_says_what_the_rules_say(world: World, scene: Scene) -> None:
    with built(world, scene) as people:
        set_up(world, scene, people)
        verdicts = dict(
            with_verdict(
                Person.objects.all(),
                organisation=world.union,
                channel=Channel.TEXT,
                purpose=Purpose.CAMPAIGN,
                at=scene.at,
                is_reply=scene.is_reply,
            ).values_list("id", "verdict")
        )
        for index, person in enumerate(people):
            expected = plainly(scene, index)
            asked = may_contact(person, Channel.TEXT, Purpose.CAMPAIGN, at=scene.at, is_reply=scene.is_reply)
            assert asked.reasons == expected
            assert verdicts[person.id] == next(iter(expected), "")


@examples(60)
@given(scene=scenes, number=some.sampled_from(NUMBERS))
def test_one_more_opt_out_never_allows_more(world: World, scene: Scene, number: str) -> None:
    stopped = replace(scene, suppressed=scene.suppressed | {number})
    for before, after in zip(answers(world, scene), answers(world, stopped), strict=True):
        assert set(before) <= set(after)


@examples(60)
@given(scene=scenes)
def test_knowing_less_never_allows_more(world: World, scene: Scene) -> None:
    unknown = replace(
        scene, is_reply=False, people=tuple(replace(someone, consent="unknown") for someone in scene.people)
    )
    assert all(answers(world, unknown))
