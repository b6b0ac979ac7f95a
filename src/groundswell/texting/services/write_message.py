from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.errors import DomainError
from groundswell.texting.models import Round


class MessageIsSent(DomainError):
    message = _("This round has started: its message can no longer change. Open a follow-up round instead.")


@transaction.atomic
def write_message(*, actor: Actor, round: Round, message: str) -> None:
    """The words of a round, until it opens."""
    if Round.objects.select_for_update().get(pk=round.pk).opened_at is not None:
        raise MessageIsSent
    if round.message != message:
        round.message = message
        round.save(update_fields=["message"])
        record(actor, "round.message_written", round)
