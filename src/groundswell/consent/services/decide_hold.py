from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.consent.errors import HoldDecided
from groundswell.consent.locks import lock_address
from groundswell.consent.models import Hold, Suppression
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.kernel import clock


def decide_hold(*, actor: Actor, hold: Hold, decision: Hold.Decision, evidence: str = "") -> None:
    """A person read the words: they meant stop, or they did not. `evidence` are the words."""
    with transaction.atomic():
        lock_address(hold.organisation_id, hold.match_key)
        decided = Hold.objects.filter(pk=hold.pk, decided_at=None).update(
            decision=decision, decided_at=clock.now(), decided_by_id=actor.membership_id
        )
        if not decided:
            raise HoldDecided
        record(actor, "contact.hold_decided", hold, decision=decision)
        if decision == Hold.Decision.STOP:
            stop_contact(
                actor=actor,
                organisation_id=hold.organisation_id,
                match_key=hold.match_key,
                source=Suppression.Source.OWN_WORDS,
                evidence=evidence,
                received_at=hold.held_at,
            )
