from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.segments.models import Segment


@transaction.atomic
def delete_segment(*, actor: Actor, segment: Segment) -> None:
    """Takes it off the list; nobody in it is touched, and it can be brought back."""
    segment.deleted_at = now()
    segment.save(update_fields=["deleted_at"])
    record(actor, "segment.deleted", segment)
