from datetime import timedelta

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.consent.errors import TooLateToTakeBack
from groundswell.consent.locks import lock_address
from groundswell.consent.models import Suppression
from groundswell.consent.services.lift_stop import lift
from groundswell.kernel import clock

GRACE = timedelta(minutes=1)


def take_back_stop(*, actor: Actor, organisation_id: int, match_key: str) -> None:
    """A volunteer's finger slipped: within a minute, their own tap only. Raises TooLateToTakeBack."""
    with transaction.atomic():
        lock_address(organisation_id, match_key)
        active = Suppression.objects.filter(
            organisation_id=organisation_id, match_key=match_key, lifted_at=None
        )
        stops = list(active)
        if not stops or not all(_is_slip(stop, actor) for stop in stops):
            raise TooLateToTakeBack
        lift(actor, stops, "pressed by mistake")


def _is_slip(stop: Suppression, actor: Actor) -> bool:
    return (
        stop.source in {Suppression.Source.VOLUNTEER, Suppression.Source.ORGANISER}
        and stop.recorded_by_id is not None
        and stop.recorded_by_id == actor.membership_id
        and clock.now() - stop.suppressed_at <= GRACE
    )
