from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.orgs.models import Membership


def finish_practice(*, actor: Actor, membership: Membership, right_at_first: int, scenes: int) -> None:
    """A volunteer went through all scenes; leaders see that they practised, and how it went."""
    with transaction.atomic():
        membership.practised_at = clock.now()
        membership.save(update_fields=["practised_at"])
        record(actor, "practice.finished", membership, right_at_first=right_at_first, scenes=scenes)
