"""Two members the documentation speaks of: Dunya, who texts back, and Emil, who asked to be left alone."""

from datetime import timedelta

from groundswell.audit.actor import Actor
from groundswell.config.demo.members import EVIDENCE
from groundswell.config.demo.union import Union
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.models import Suppression
from groundswell.consent.services.record_consent import record_consent
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.kernel import clock
from groundswell.people.models import Person
from groundswell.people.services.add_note import add_note
from groundswell.people.services.add_person import add_person
from groundswell.people.services.tag_person import tag_person


def add_cast(union: Union) -> None:
    """Both belong to Leeds, so Bram sees them."""
    dunya = _add(union, "Dunya", "Aydın", "07400 900121", "Stopped at the stall in May, offered her van")
    tag_person(actor=union.amina.actor, person=dunya, name="van")
    add_note(actor=union.amina.actor, person=dunya, body="Can drive people to the rally on Saturdays.")
    emil = _add(union, "Emil", "Lindqvist", "07400 900131", "Joined in 2015")
    stop_contact(
        actor=Actor.person(union.organisation.id, emil.id),
        organisation_id=union.organisation.id,
        match_key=emil.contact_points.get(kind="phone").match_key,
        source=Suppression.Source.OWN_WORDS,
        evidence="STOP",
        person=emil,
        received_at=clock.now() - timedelta(days=18),
    )


def _add(union: Union, given: str, family: str, phone: str, how_we_know: str) -> Person:
    actor = union.amina.actor
    person = add_person(
        actor=actor,
        organisation=union.organisation,
        group=union.groups["Leeds"],
        given_name=given,
        family_name=family,
        phone=phone,
        how_we_know=how_we_know,
    )
    for channel in (Channel.TEXT, Channel.CALL):
        record_consent(
            actor=actor,
            person=person,
            channel=channel,
            purpose=Purpose.MEMBERSHIP,
            status=ConsentStatus.GRANTED,
            basis=Basis.MEMBER,
            evidence=EVIDENCE,
        )
    return person
