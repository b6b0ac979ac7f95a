from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from groundswell.consent.channels import Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState, Hold, Suppression
from groundswell.kernel.fields import Sealed
from groundswell.kernel.sealed import match_key
from groundswell.outreach.gate import Reason, Verdict, may_contact, with_verdict
from groundswell.outreach.models import OutreachSettings, Touch
from groundswell.people.models import ContactPoint, Person
from tests.world import World

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
Meet = Callable[..., Person]


@pytest.fixture
def meet(world: World) -> Meet:
    """Somebody of Leeds with a mobile and a basis for texts about membership."""

    def make(name: str = "Dunya", number: str = "+447700900001", status: str = "granted") -> Person:
        person = Person(organisation=world.union, group=world.leeds, time_zone="Europe/London")
        person.set_name(name, "Aydın")
        person.save()
        if number:
            give_number(person, number)
        if status:
            give_consent(person, status)
        return person

    return make


def give_number(person: Person, number: str, *, textable: bool = True, status: str = "ok") -> str:
    key = match_key(person.organisation_id, "phone", number)
    ContactPoint.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        kind="phone",
        value=Sealed.of("address-of-person", number),
        match_key=key,
        textable=textable,
        status=status,
    )
    return key


def give_consent(person: Person, status: str) -> None:
    event = ConsentEvent.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        channel=Channel.TEXT,
        purpose=Purpose.MEMBERSHIP,
        status=status,
        source="organiser",
        received_at=NOON,
        effective_at=NOON,
    )
    ConsentState.objects.create(
        person=person,
        channel=Channel.TEXT,
        purpose=Purpose.MEMBERSHIP,
        status=status,
        basis="member",
        event=event,
    )


def suppress(person: Person, channel: Channel = Channel.TEXT) -> None:
    Suppression.objects.create(
        organisation_id=person.organisation_id,
        channel=channel,
        match_key=person.contact_points.get().match_key,
        source="own_words",
        suppressed_at=NOON,
    )


def touch(person: Person, at: datetime, *, counts: bool = True, key: str | None = None) -> None:
    point = person.contact_points.first()
    Touch.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        match_key=key or (point.match_key if point else ""),
        channel=Channel.TEXT,
        counts=counts,
        touched_at=at,
    )


def ask(person: Person, at: datetime = NOON, *, is_reply: bool = False) -> Verdict:
    return may_contact(person, Channel.TEXT, Purpose.MEMBERSHIP, at=at, is_reply=is_reply)


def test_a_member_with_a_mobile_and_a_basis_may_be_texted_by_day(meet: Meet) -> None:
    assert ask(meet()).allowed


def test_without_a_number_nobody_is_texted(meet: Meet) -> None:
    assert ask(meet(number="")).reasons == (Reason.NO_NUMBER,)


@pytest.mark.parametrize(("textable", "status"), [(False, "ok"), (True, "landline"), (True, "invalid")])
def test_a_number_that_takes_no_texts_is_none(meet: Meet, textable: bool, status: str) -> None:
    person = meet(number="")
    give_number(person, "+441134960000", textable=textable, status=status)
    assert ask(person).reasons == (Reason.NO_NUMBER,)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("", Reason.NO_CONSENT),
        (ConsentStatus.UNKNOWN, Reason.NO_CONSENT),
        (ConsentStatus.WITHDRAWN, Reason.OPTED_OUT),
        (ConsentStatus.OBJECTED, Reason.OPTED_OUT),
    ],
)
def test_only_a_granted_basis_allows(meet: Meet, status: str, reason: Reason) -> None:
    assert ask(meet(status=status)).reasons == (reason,)


def test_a_basis_for_membership_is_none_for_fundraising(meet: Meet) -> None:
    verdict = may_contact(meet(), Channel.TEXT, Purpose.FUNDRAISING, at=NOON)
    assert verdict.reasons == (Reason.NO_CONSENT,)


def test_emils_stop_counts_for_everybody_with_his_number(meet: Meet) -> None:
    emil, daughter = meet("Emil"), meet("Elsa")
    suppress(emil)
    assert ask(daughter).reasons == (Reason.OPTED_OUT,)


def test_a_stop_for_calls_is_not_a_stop_for_texts(meet: Meet) -> None:
    person = meet()
    suppress(person, Channel.CALL)
    assert ask(person).allowed


def test_a_lifted_stop_no_longer_counts(meet: Meet) -> None:
    person = meet()
    suppress(person)
    Suppression.objects.update(lifted_at=NOON)
    assert ask(person).allowed


def test_words_that_only_sound_like_a_stop_hold_until_somebody_decides(meet: Meet, world: World) -> None:
    person = meet()
    key = person.contact_points.get().match_key
    hold = Hold.objects.create(organisation=world.union, channel=Channel.TEXT, match_key=key, held_at=NOON)
    assert ask(person).reasons == (Reason.ON_HOLD,)
    hold.decided_at = NOON
    hold.save()
    assert ask(person).allowed


def test_three_contacts_in_a_week_are_enough_and_the_verdict_says_until_when(meet: Meet) -> None:
    person = meet()
    for days in (1, 2, 6):
        touch(person, NOON - timedelta(days=days))
    verdict = ask(person)
    assert verdict.reasons == (Reason.FATIGUE,)
    assert verdict.wait_until == NOON + timedelta(days=1)


def test_contacts_of_the_household_tire_too_but_never_count_twice(meet: Meet) -> None:
    person, partner = meet("Dunya"), meet("Deniz")
    touch(person, NOON - timedelta(days=1))
    touch(partner, NOON - timedelta(days=1))
    assert ask(person).allowed
    touch(person, NOON - timedelta(days=2), key="an older number")
    assert ask(person).reasons == (Reason.FATIGUE,)
    assert ask(partner).allowed


def test_contacts_outside_the_window_or_in_a_conversation_do_not_count(meet: Meet) -> None:
    person = meet()
    for days in (1, 2, 7, 8):
        touch(person, NOON - timedelta(days=days))
    touch(person, NOON, counts=False)
    assert ask(person).allowed


def test_an_emergency_lifts_the_limit_and_nothing_else(meet: Meet, world: World) -> None:
    person = meet(status="unknown")
    for days in (1, 2, 3):
        touch(person, NOON - timedelta(days=days))
    OutreachSettings.objects.create(organisation=world.union, emergency_until=NOON + timedelta(hours=1))
    assert ask(person).reasons == (Reason.NO_CONSENT,)


def test_fatigue_never_blocks_an_answer_but_a_stop_does(meet: Meet) -> None:
    person = meet()
    for days in (1, 2, 3):
        touch(person, NOON - timedelta(days=days))
    assert ask(person, is_reply=True).allowed
    suppress(person)
    assert ask(person, is_reply=True).reasons == (Reason.OPTED_OUT,)


def test_at_night_the_answer_is_wait_until_morning(meet: Meet) -> None:
    verdict = ask(meet(), NIGHT)
    assert verdict.reasons == (Reason.QUIET_HOURS,)
    assert verdict.wait_until == datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_night_is_where_the_person_is(meet: Meet) -> None:
    person = meet()
    person.time_zone = "America/Los_Angeles"
    person.save()
    assert ask(person, NIGHT).allowed
    assert ask(person, NOON).wait_until == datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def test_while_sending_is_paused_nobody_is_contacted(meet: Meet, world: World) -> None:
    person = meet()
    world.union.sending_paused_at = NOON
    world.union.save()
    verdict = ask(person)
    assert verdict.reasons == (Reason.PAUSED,)
    assert verdict.wait_until is None


def test_every_reason_is_given_and_the_most_final_comes_first(meet: Meet, world: World) -> None:
    person = meet(status="unknown")
    suppress(person)
    assert ask(person, NIGHT).reasons == (Reason.OPTED_OUT, Reason.NO_CONSENT, Reason.QUIET_HOURS)
    people = with_verdict(
        Person.objects.all(),
        organisation=world.union,
        channel=Channel.TEXT,
        purpose=Purpose.MEMBERSHIP,
        at=NIGHT,
    )
    assert people.values_list("verdict", flat=True).get() == Reason.OPTED_OUT


def test_somebody_deleted_is_contacted_no_more(meet: Meet) -> None:
    person = meet()
    Person.objects.filter(pk=person.pk).update(deleted_at=NOON)
    assert Reason.LEFT in ask(person).reasons
