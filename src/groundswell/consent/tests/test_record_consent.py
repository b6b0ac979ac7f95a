import pytest

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.errors import ConsentWithdrawn, EvidenceMissing
from groundswell.consent.models import ConsentEvent, ConsentState, Suppression
from groundswell.consent.services import record_consent, record_consent_for_import, stop_contact
from groundswell.consent.tests.people import grant, key_of, make_person, status_of
from groundswell.history.models import Changeset
from groundswell.history.services import open_changeset
from groundswell.people.models import Person
from tests.world import World


def say(world: World, person: Person, status: ConsentStatus, actor: Actor, evidence: str = "") -> None:
    record_consent(
        actor=actor,
        person=person,
        channel=Channel.TEXT,
        purpose=Purpose.CAMPAIGN,
        status=status,
        basis=Basis.CONSENT,
        evidence=evidence,
    )


def test_a_yes_needs_evidence(world: World) -> None:
    dunya = make_person(world, "Dunya")
    with pytest.raises(EvidenceMissing):
        say(world, dunya, ConsentStatus.GRANTED, world.amina.actor)
    say(world, dunya, ConsentStatus.GRANTED, world.amina.actor, "said so at the stall on 3 May")
    assert status_of(dunya, Channel.TEXT, Purpose.CAMPAIGN) == ConsentStatus.GRANTED


def test_an_organisers_yes_never_undoes_a_no(world: World) -> None:
    dunya = make_person(world, "Dunya")
    say(world, dunya, ConsentStatus.OBJECTED, world.bram.actor)
    with pytest.raises(ConsentWithdrawn):
        say(world, dunya, ConsentStatus.GRANTED, world.amina.actor, "surely she did not mean it")
    say(world, dunya, ConsentStatus.GRANTED, Actor.person(world.union.id, dunya.pk))
    assert status_of(dunya, Channel.TEXT, Purpose.CAMPAIGN) == ConsentStatus.GRANTED


def test_the_state_always_points_to_the_line_that_made_it(world: World) -> None:
    dunya = make_person(world, "Dunya")
    for status in (ConsentStatus.GRANTED, ConsentStatus.WITHDRAWN):
        say(world, dunya, status, world.amina.actor, "her letter")
    newest = ConsentEvent.objects.order_by("-id")[0]
    assert ConsentState.objects.get().event == newest


@pytest.fixture
def changeset(world: World) -> Changeset:
    return open_changeset(actor=world.amina.actor, kind="import", label="Members of May")


def bring(changeset: Changeset, basis: Basis = Basis.MEMBER) -> int:
    return record_consent_for_import(
        changeset=changeset,
        people=Person.objects.all(),
        bases={(Channel.TEXT, Purpose.MEMBERSHIP): basis, (Channel.CALL, Purpose.MEMBERSHIP): basis},
        evidence="membership form, clause 4",
    )


def test_an_import_brings_its_basis_to_those_without_one(world: World, changeset: Changeset) -> None:
    dunya = make_person(world, "Dunya")
    assert bring(changeset) == 2
    state = ConsentState.objects.get(person=dunya, channel=Channel.TEXT)
    assert (state.status, state.basis) == (ConsentStatus.GRANTED, Basis.MEMBER)
    assert state.event.evidence == "membership form, clause 4"
    assert state.event.recorded_by_id == world.amina.membership.id


def test_an_unknown_origin_stays_blocked_until_somebody_knows_it(world: World, changeset: Changeset) -> None:
    dunya = make_person(world, "Dunya")
    bring(changeset, Basis.UNKNOWN)
    assert status_of(dunya, Channel.TEXT) == ConsentStatus.UNKNOWN
    bring(changeset)
    assert status_of(dunya, Channel.TEXT) == ConsentStatus.GRANTED


def test_an_import_never_brings_emil_back(world: World, changeset: Changeset) -> None:
    emil, elsa = make_person(world), make_person(world, "Elsa", "+447700900124")
    stop_contact(
        actor=Actor.person(world.union.id, emil.pk),
        organisation_id=world.union.id,
        match_key=key_of(world),
        source=Suppression.Source.OWN_WORDS,
        evidence="STOP",
    )
    again = make_person(world, "Emil")
    say(world, elsa, ConsentStatus.WITHDRAWN, world.amina.actor)
    assert bring(changeset) == 2  # Elsa's membership texts and calls
    assert status_of(emil, Channel.TEXT) == ConsentStatus.WITHDRAWN
    assert status_of(again, Channel.TEXT) == ""
    assert status_of(elsa, Channel.TEXT, Purpose.CAMPAIGN) == ConsentStatus.WITHDRAWN


def test_the_same_import_again_writes_nothing(world: World, changeset: Changeset) -> None:
    grant(world, make_person(world, "Dunya"))
    make_person(world, "Deniz", "+447700900125")
    assert bring(changeset) == 2
    assert bring(changeset) == 0
    assert ConsentEvent.objects.count() == 4
