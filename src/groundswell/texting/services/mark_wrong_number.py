from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.people.models import ContactPoint
from groundswell.texting.models import Conversation
from groundswell.texting.services.drop_address import drop_address


@transaction.atomic
def mark_wrong_number(*, actor: Actor, conversation: Conversation) -> None:
    """Somebody else has this number now: the number is marked, the person may be reached another way."""
    ContactPoint.objects.filter(
        organisation_id=conversation.organisation_id, match_key=conversation.match_key
    ).update(status=ContactPoint.Status.INVALID)
    drop_address(
        organisation_id=conversation.organisation_id,
        match_key=conversation.match_key,
        because=Conversation.ClosedBecause.WRONG_NUMBER,
    )
    record(actor, "conversation.wrong_number", conversation, person=conversation.person_id)
