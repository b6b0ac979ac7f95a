from datetime import datetime

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.errors import ConsentWithdrawn, EvidenceMissing
from groundswell.consent.facts import ConsentChanged
from groundswell.consent.ledger import Line, write_lines
from groundswell.consent.locks import lock_addresses
from groundswell.consent.models import ConsentState, Suppression
from groundswell.kernel.facts import announce
from groundswell.people.models import Person

REFUSALS = (ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED)


def record_consent(
    *,
    actor: Actor,
    person: Person,
    channel: Channel,
    purpose: Purpose,
    status: ConsentStatus,
    basis: Basis = Basis.UNKNOWN,
    evidence: str = "",
    received_at: datetime | None = None,
) -> None:
    """One person's yes or no to one channel and purpose, with the evidence.

    A yes noted by us never undoes a no of theirs; only their own act does. Raises ConsentWithdrawn,
    EvidenceMissing.
    """
    by_themselves = actor.kind == "person"
    widens = status == ConsentStatus.GRANTED
    if widens and not by_themselves and (not evidence.strip() or basis == Basis.UNKNOWN):
        raise EvidenceMissing
    with transaction.atomic():
        keys = _lock_addresses(person)
        if widens and not by_themselves and _has_refused(person, keys, channel, purpose):
            raise ConsentWithdrawn
        line = Line(person_id=person.pk, channel=channel, purpose=purpose, status=status, basis=basis)
        source = "own_words" if by_themselves else "organiser"
        write_lines(actor, [line], source=source, evidence=evidence, received_at=received_at)
        record(actor, "consent.recorded", person, channel=channel, purpose=purpose, status=status)
        announce(ConsentChanged(organisation_id=person.organisation_id, person_id=person.pk, channel=channel))


def _lock_addresses(person: Person) -> list[str]:
    keys = list(person.contact_points.values_list("match_key", flat=True))
    lock_addresses(person.organisation_id, keys)
    return keys


def _has_refused(person: Person, keys: list[str], channel: Channel, purpose: Purpose) -> bool:
    states = ConsentState.objects.filter(person=person, channel=channel, purpose=purpose)
    stops = Suppression.objects.filter(
        organisation_id=person.organisation_id, channel=channel, match_key__in=keys, lifted_at=None
    )
    return states.filter(status__in=REFUSALS).exists() or stops.exists()
