""" "Why can't I text Emil?" answered in plain words."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Channel, Purpose
from groundswell.consent.models import Suppression
from groundswell.consent.services import hold_address, record_consent, stop_contact
from groundswell.consent.tests.people import grant, key_of, make_person
from groundswell.kernel import clock
from groundswell.outreach.explanation import explain
from groundswell.outreach.gate import Reason
from groundswell.outreach.models import OutreachSettings, Touch
from groundswell.outreach.services.declare_emergency import EmergencyUnclear, declare_emergency
from groundswell.people.models import Person
from tests.sign_in import sign_in
from tests.world import World

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon() -> object:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def emil(world: World) -> Person:
    emil = make_person(world)
    grant(world, emil)
    return emil


def ask(person: Person, at: datetime | None = None) -> str:
    explanation = explain(person, Channel.TEXT, Purpose.MEMBERSHIP, at)
    return " ".join(sentence for sentences in explanation.because for sentence in sentences)


def stop(world: World, source: Suppression.Source, actor: Actor, evidence: str) -> None:
    stop_contact(
        actor=actor,
        organisation_id=world.union.id,
        match_key=key_of(world),
        source=source,
        evidence=evidence,
    )


def test_emil_texted_stop_and_only_he_undoes_it(world: World, emil: Person) -> None:
    stop(world, Suppression.Source.OWN_WORDS, Actor.person(world.union.id, emil.pk), "STOP")
    words = ask(emil)
    assert "Emil texted “STOP” on 20 November 2026." in words.replace("Nov. 20, 2026", "20 November 2026")
    assert "Only Emil can undo this, for instance by texting START." in words


def test_a_colleague_stopped_it_and_says_why(world: World, emil: Person) -> None:
    stop(world, Suppression.Source.ORGANISER, world.bram.actor, "asked me at the meeting")
    words = ask(emil)
    assert "Bram stopped all contact" in words
    assert "asked me at the meeting" in words
    assert "An organiser can undo this" in words


def test_the_household_is_named_as_a_number_not_by_name(world: World, emil: Person) -> None:
    make_person(world, "Elsa")
    stop(world, Suppression.Source.OWN_WORDS, Actor.person(world.union.id, None), "STOP")
    words = ask(emil)
    assert "1 other person has the same number" in words
    assert "Elsa" not in words


def test_no_number_no_basis_and_a_hold_are_explained(world: World, emil: Person) -> None:
    assert "We do not have a number of Dunya." in ask(make_person(world, "Dunya", ""))
    assert "nothing that says we may contact Elsa" in ask(make_person(world, "Elsa", "+447400123457"))
    hold_address(actor=Actor.system(world.union.id), organisation_id=world.union.id, match_key=key_of(world))
    assert "sounds like a stop" in ask(emil)


def test_a_noted_no_is_shown_with_its_evidence(world: World, emil: Person) -> None:
    record_consent(
        actor=world.amina.actor,
        person=emil,
        channel=Channel.TEXT,
        purpose=Purpose.MEMBERSHIP,
        status="objected",  # type: ignore[arg-type]
        evidence="his letter",
    )
    assert "his letter" in ask(emil)


def test_tired_and_asleep_say_when(world: World, emil: Person) -> None:
    for days in (1, 2, 3):
        Touch.objects.create(
            organisation=world.union,
            person=emil,
            match_key=key_of(world),
            channel=Channel.TEXT,
            touched_at=NOON - timedelta(days=days),
        )
    explanation = explain(emil, Channel.TEXT, Purpose.MEMBERSHIP)
    assert explanation.verdict.reasons == (Reason.FATIGUE,)
    assert explanation.verdict.wait_until == NOON + timedelta(days=4)
    assert "at their own clock" not in ask(emil)
    assert "on their own clock" in ask(emil, NOON + timedelta(hours=11))


def test_the_page_answers_and_nobody_of_elsewhere_may_ask(world: World, emil: Person) -> None:
    url = f"/people/{emil.public_id}/why"
    assert "Yes, now." in sign_in(world.bram).get(url).content.decode()
    assert "Yes, now." in sign_in(world.bram).get(url, {"purpose": "nonsense"}).content.decode()
    assert "<html" not in sign_in(world.bram).get(url, headers={"HX-Request": "true"}).content.decode()
    assert sign_in(world.frida).get(url).status_code == 404
    assert sign_in(world.chidi).get(url).status_code == 403


def rules(**changes: str) -> dict[str, str]:
    return {
        "texts_from": "10:00",
        "texts_until": "19:00",
        "fatigue_contacts": "2",
        "fatigue_days": "14",
        "price_per_part": "0.042",
        "currency": "GBP",
        **changes,
    }


def test_amina_changes_the_rules_and_bram_does_not(world: World) -> None:
    assert sign_in(world.bram).post("/settings/outreach/", rules()).status_code == 403
    assert sign_in(world.amina).post("/settings/outreach/", rules()).status_code == 302
    saved = OutreachSettings.of(world.union)
    assert (saved.fatigue_contacts, saved.fatigue_days, saved.texts_from.hour) == (2, 14, 10)


@pytest.mark.parametrize(
    "wrong", [{"texts_until": "09:00"}, {"fatigue_contacts": "0"}, {"fatigue_days": "x"}]
)
def test_rules_that_make_no_sense_are_refused(world: World, wrong: dict[str, str]) -> None:
    assert sign_in(world.amina).post("/settings/outreach/", rules(**wrong)).status_code == 422
    assert not OutreachSettings.objects.exists()


def test_an_emergency_has_a_reason_and_an_end(world: World) -> None:
    client = sign_in(world.amina)
    assert client.post("/settings/outreach/emergency", {"hours": "24", "reason": ""}).status_code == 422
    client.post("/settings/outreach/emergency", {"hours": "24", "reason": "ballot extended by court"})
    assert OutreachSettings.of(world.union).is_emergency(clock.now())
    assert "ballot extended by court" in client.get("/settings/outreach/").content.decode()
    client.post("/settings/outreach/emergency/end")
    assert not OutreachSettings.of(world.union).is_emergency(clock.now())
    with pytest.raises(EmergencyUnclear):
        declare_emergency(
            actor=world.amina.actor, organisation=world.union, lasting=timedelta(days=4), reason="long"
        )
