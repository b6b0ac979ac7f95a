"""The current state is never anything but what the ledger says, whatever happened in whatever order."""

import contextlib
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState, Suppression
from groundswell.consent.services import (
    lift_stop,
    record_consent,
    record_consent_for_import,
    stop_contact,
    take_back_import_consent,
    take_back_stop,
)
from groundswell.consent.tests.people import EMILS_NUMBER, give_number, grant, key_of, make_person, status_of
from groundswell.history.services import open_changeset
from groundswell.kernel.errors import DomainError
from groundswell.people.models import Person
from tests.world import World

OTHER_NUMBER = "+447700900124"
DEEDS = ("import", "undo", "stop one", "stop other", "lift one", "lift other", "slip", "yes", "no")
deeds = some.lists(some.sampled_from(DEEDS), max_size=12)


def replayed(person: Person) -> dict[tuple[str, str], tuple[str, str]]:
    """The last word on each channel and purpose; a line without purpose is about all of them."""
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for event in ConsentEvent.objects.filter(person=person).order_by("id"):
        for purpose in [event.purpose] if event.purpose else Purpose.values:
            said[event.channel, purpose] = (event.status, event.basis)
    return said


def current(person: Person) -> dict[tuple[str, str], tuple[str, str]]:
    states = ConsentState.objects.filter(person=person)
    return {(state.channel, state.purpose): (state.status, state.basis) for state in states}


class Desk:
    """What may happen to one person with two numbers."""

    def __init__(self, world: World) -> None:
        self.world, self.actor = world, world.amina.actor
        self.emil = make_person(world)
        give_number(world, self.emil, OTHER_NUMBER)
        self.changesets: list[Any] = []

    def do(self, deed: str) -> None:
        verb, _, which = deed.partition(" ")
        key = key_of(self.world, OTHER_NUMBER if which == "other" else EMILS_NUMBER)
        with contextlib.suppress(DomainError):
            getattr(self, verb if verb != "import" else "take_in")(key)

    def take_in(self, key: str) -> None:
        changeset = open_changeset(actor=self.actor, kind="import", label="members")
        self.changesets.append(changeset)
        record_consent_for_import(
            changeset=changeset,
            people=Person.objects.filter(pk=self.emil.pk),
            bases={(Channel.TEXT, Purpose.MEMBERSHIP): Basis.MEMBER},
            evidence="the list of May",
        )

    def undo(self, key: str) -> None:
        for changeset in self.changesets[-1:]:
            take_back_import_consent(actor=self.actor, changeset=changeset, person_ids=[self.emil.pk])

    def stop(self, key: str) -> None:
        source = Suppression.Source.VOLUNTEER
        stop_contact(
            actor=self.actor,
            organisation_id=self.world.union.id,
            match_key=key,
            source=source,
            person=self.emil,
        )

    def lift(self, key: str) -> None:
        lift_stop(actor=self.actor, organisation_id=self.world.union.id, match_key=key, reason="mistake")

    def slip(self, key: str) -> None:
        take_back_stop(actor=self.actor, organisation_id=self.world.union.id, match_key=key)

    def yes(self, key: str) -> None:
        self._say(ConsentStatus.GRANTED)

    def no(self, key: str) -> None:
        self._say(ConsentStatus.OBJECTED)

    def _say(self, status: ConsentStatus) -> None:
        record_consent(
            actor=self.actor,
            person=self.emil,
            channel=Channel.TEXT,
            purpose=Purpose.MEMBERSHIP,
            status=status,
            basis=Basis.CONSENT,
            evidence="on the phone",
        )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=deeds)
def test_replaying_the_ledger_gives_the_state(world: World, history: list[str]) -> None:
    with transaction.atomic():
        desk = Desk(world)
        for deed in history:
            desk.do(deed)
            assert current(desk.emil) == replayed(desk.emil)
            if Suppression.objects.filter(lifted_at=None, channel=Channel.TEXT).exists():
                assert status_of(desk.emil, Channel.TEXT) != ConsentStatus.GRANTED
        transaction.set_rollback(True)


def test_lifting_one_numbers_stop_leaves_the_others(world: World) -> None:
    desk = Desk(world)
    grant(world, desk.emil)
    for deed in ("stop one", "stop other", "lift other"):
        desk.do(deed)
    assert status_of(desk.emil, Channel.TEXT) == ConsentStatus.WITHDRAWN
    desk.do("lift one")
    assert status_of(desk.emil, Channel.TEXT) == ConsentStatus.GRANTED


def test_a_number_nobody_has_is_stopped_without_a_person(world: World) -> None:
    stop_contact(
        actor=Actor.person(world.union.id, None),
        organisation_id=world.union.id,
        match_key=key_of(world, "+447700900999"),
        source=Suppression.Source.OWN_WORDS,
    )
    assert not ConsentState.objects.exists()
