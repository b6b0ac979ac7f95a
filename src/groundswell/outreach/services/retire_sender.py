from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.outreach.models import Sender


def retire_sender(*, actor: Actor, sender: Sender) -> None:
    """Not used for new texts; whoever knew it gets another number at the next text. Replies still come in."""
    sender.retired_at = clock.now()
    with transaction.atomic():
        sender.save(update_fields=["retired_at"])
        record(actor, "outreach.sender_retired", sender)


def restore_sender(*, actor: Actor, sender: Sender) -> None:
    sender.retired_at = None
    with transaction.atomic():
        sender.save(update_fields=["retired_at"])
        record(actor, "outreach.sender_restored", sender)
