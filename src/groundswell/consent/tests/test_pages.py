import re
from datetime import timedelta

import pytest
import time_machine

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Channel, ConsentStatus
from groundswell.consent.models import Hold, Suppression
from groundswell.consent.services import hold_address, stop_contact
from groundswell.consent.tests.people import grant, key_of, make_person, status_of
from groundswell.kernel import clock
from groundswell.people.models import Person
from tests.sign_in import sign_in
from tests.world import World


@pytest.fixture
def emil(world: World) -> Person:
    emil = make_person(world)
    grant(world, emil)
    return emil


def page_of(world: World, who: str, person: Person) -> str:
    return sign_in(getattr(world, who)).get(f"/people/{person.public_id}/").content.decode()


def test_bram_stops_all_contact_and_takes_it_back(world: World, emil: Person) -> None:
    client = sign_in(world.bram)
    assert client.post(f"/people/{emil.public_id}/stop", {"reason": ""}).status_code == 422
    page = client.post(f"/people/{emil.public_id}/stop", {"reason": "told me"}, follow=True).content.decode()
    assert "Nobody here will text or call them any more." in page
    assert "told me" in page
    assert status_of(emil, Channel.CALL) == ConsentStatus.WITHDRAWN
    back = re.search(r'action="(/people/[^"]+/stop/back)"', page)
    assert back
    client.post(back.group(1))
    assert status_of(emil, Channel.CALL) == ConsentStatus.GRANTED


def test_a_stop_is_taken_back_within_a_minute_or_not_at_all(world: World, emil: Person) -> None:
    client = sign_in(world.bram)
    client.post(f"/people/{emil.public_id}/stop", {"reason": "told me"})
    with time_machine.travel(clock.now() + timedelta(seconds=61)):
        answer = client.post(f"/people/{emil.public_id}/stop/back")
    assert answer.status_code == 403
    assert "A stop can be taken back for one minute." in answer.content.decode()
    assert status_of(emil, Channel.CALL) == ConsentStatus.WITHDRAWN


def test_who_has_no_number_cannot_be_stopped_and_bram_is_told_so(world: World) -> None:
    ruth = make_person(world, "Ruth", number="")
    answer = sign_in(world.bram).post(f"/people/{ruth.public_id}/stop", {"reason": "told me"})
    assert answer.status_code == 409
    assert "number" in answer.content.decode()
    assert not Suppression.objects.exists()


def test_amina_undoes_brams_stop_with_a_reason_and_bram_does_not(world: World, emil: Person) -> None:
    sign_in(world.bram).post(f"/people/{emil.public_id}/stop", {"reason": "told me"})
    resume = f"/people/{emil.public_id}/resume"
    assert resume not in page_of(world, "bram", emil)
    assert sign_in(world.bram).post(resume, {"reason": "no"}).status_code == 403
    assert resume in page_of(world, "amina", emil)
    sign_in(world.amina).post(resume, {"reason": "it was another Emil"})
    assert status_of(emil, Channel.TEXT) == ConsentStatus.GRANTED


def test_nobody_is_offered_to_undo_emils_own_stop(world: World, emil: Person) -> None:
    stop_contact(
        actor=Actor.person(world.union.id, emil.pk),
        organisation_id=world.union.id,
        match_key=key_of(world),
        source=Suppression.Source.OWN_WORDS,
        evidence="STOP",
    )
    page = page_of(world, "amina", emil)
    assert "Only they can undo this." in page
    assert f"/people/{emil.public_id}/resume" not in page


def test_bram_decides_what_the_words_meant(world: World, emil: Person) -> None:
    hold_address(actor=Actor.system(world.union.id), organisation_id=world.union.id, match_key=key_of(world))
    assert "They may have asked us to stop." in page_of(world, "bram", emil)
    sign_in(world.bram).post(f"/people/{emil.public_id}/holds/text", {"decision": "go_on"})
    assert Hold.objects.get().decision == Hold.Decision.GO_ON
    assert "They may have asked us to stop." not in page_of(world, "bram", emil)


def test_amina_notes_a_yes_with_evidence(world: World, emil: Person) -> None:
    form = {"channel": "text", "purpose": "campaign", "status": "granted", "basis": "consent"}
    url = f"/people/{emil.public_id}/consent"
    assert sign_in(world.amina).post(url, form).status_code == 422
    page = sign_in(world.amina).post(url, {**form, "evidence": "form of May"}, follow=True).content.decode()
    assert "form of May" in page
