from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.consent.channels import Channel
from groundswell.consent.locks import lock_address
from groundswell.consent.models import Hold
from groundswell.kernel import clock


def hold_address(
    *, actor: Actor, organisation_id: int, match_key: str, channel: Channel = Channel.TEXT
) -> Hold:
    """Words that only sound like a stop: nothing goes to this address until somebody decides."""
    with transaction.atomic():
        lock_address(organisation_id, match_key)
        hold, is_new = Hold.objects.get_or_create(
            organisation_id=organisation_id,
            channel=channel,
            match_key=match_key,
            decided_at=None,
            defaults={"held_at": clock.now()},
        )
        if is_new:
            record(actor, "contact.held", hold)
    return hold
