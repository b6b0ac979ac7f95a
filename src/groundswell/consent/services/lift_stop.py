from collections.abc import Iterable

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.consent.channels import Channel
from groundswell.consent.errors import OnlyThemselves, ReasonMissing
from groundswell.consent.facts import OptOutLifted
from groundswell.consent.ledger import write_lines
from groundswell.consent.locks import lock_address
from groundswell.consent.models import Suppression
from groundswell.consent.restoring import lines_before
from groundswell.consent.services.stop_contact import STOPPED_BY_A_NUMBER
from groundswell.kernel import clock
from groundswell.kernel.facts import announce


def lift_stop(
    *,
    actor: Actor,
    organisation_id: int,
    match_key: str,
    reason: str,
    channels: Iterable[Channel] = STOPPED_BY_A_NUMBER,
) -> None:
    """Takes a stop back: one's own by oneself (START), one we noted by an organiser who says why.

    What was allowed before is allowed again, and nothing else. Raises OnlyThemselves, ReasonMissing.
    """
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        lock_address(organisation_id, match_key)
        active = Suppression.objects.filter(
            organisation_id=organisation_id, match_key=match_key, channel__in=channels, lifted_at=None
        )
        stops = list(active)
        if actor.kind != "person" and any(stop.is_their_own for stop in stops):
            raise OnlyThemselves
        lift(actor, stops, reason)


def lift(actor: Actor, stops: list[Suppression], reason: str) -> None:
    """Under the address lock; whoever calls has decided that it is right."""
    if not stops:
        return
    first, channels = stops[0], [stop.channel for stop in stops]
    Suppression.objects.filter(pk__in=[stop.pk for stop in stops]).update(
        lifted_at=clock.now(), lifted_by_id=actor.membership_id, lifted_reason=reason[:300]
    )
    source = "own_words" if actor.kind == "person" else "organiser"
    lines = lines_before(first.organisation_id, first.match_key, channels)
    write_lines(actor, lines, source=source, evidence=reason, match_key=first.match_key)
    record(actor, "contact.resumed", None, channels=channels, stops=[stop.pk for stop in stops])
    announce(
        OptOutLifted(organisation_id=first.organisation_id, match_key=first.match_key, channels=channels)
    )
