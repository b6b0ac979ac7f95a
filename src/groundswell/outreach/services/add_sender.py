from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.errors import DomainError
from groundswell.outreach.models import ProviderConnection, Sender


class SenderIsElsewhere(DomainError):
    message = _("Another connection already uses this number. Stop using it there first.")


def add_sender(*, actor: Actor, connection: ProviderConnection, number: str, parts_per_second: int) -> Sender:
    """A number of ours to text from; one that was retired comes back with everybody who knew it."""
    ours = Sender.objects.filter(organisation_id=actor.organisation_id, retired_at=None)
    elsewhere = ours.filter(number=number, connection__disconnected_at=None)
    if elsewhere.exclude(connection=connection).exists():
        raise SenderIsElsewhere
    with transaction.atomic():
        sender, _made = Sender.objects.update_or_create(
            organisation_id=actor.organisation_id,
            connection=connection,
            number=number,
            defaults={"parts_per_second": parts_per_second, "retired_at": None},
        )
        record(actor, "outreach.sender_added", sender)
    return sender
