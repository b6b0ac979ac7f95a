from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.outreach.models import Request
from groundswell.people.models import Person


@transaction.atomic
def cancel_request(
    *, actor: Actor, person: Person, kind: Request.Kind, campaign_id: int | None, because: str
) -> bool:
    """Takes back what was asked for in this campaign, while the office has not sent it yet."""
    mine = Request.objects.filter(person=person, kind=kind, campaign_id=campaign_id, state=Request.State.OPEN)
    request = mine.select_for_update().first()
    if request is None:
        return False
    mine.update(state=Request.State.CANCELLED, closed_by_id=actor.membership_id, closed_at=now())
    record(actor, "request.cancelled", request, person=person.id, because=because)
    return True
