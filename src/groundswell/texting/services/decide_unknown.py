from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.kernel.errors import DomainError
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Text, Turn

REPORTS_COME_WITHIN = timedelta(hours=24)
DECIDED = "decided"


class ReportMayCome(DomainError):
    message = _(
        "The carrier may still tell us what became of this text. After a day you can decide it yourself."
    )


class AlreadyKnown(DomainError):
    message = _("It is known by now what became of this text. Nothing was changed.")


@transaction.atomic
def decide_unknown(*, viewer: Viewer, text: Text, was_sent: bool) -> None:
    """A person says what became of a text that was handed over without an answer.

    "Not sent" frees the turn of a first message or follow-up, so that somebody may tap again; nothing is ever
    sent anew by itself. Raises ReportMayCome, AlreadyKnown, NotAllowed.
    """
    viewer.require(Right.SUPERVISE_TEXTING, text.conversation.group_id or 0)
    found = Text.objects.select_for_update().get(pk=text.pk)
    if found.state != Text.State.UNKNOWN:
        raise AlreadyKnown
    if found.handed_at and found.handed_at > clock.now() - REPORTS_COME_WITHIN:
        raise ReportMayCome
    if was_sent:
        _settle(found, Text.State.ACCEPTED)
    else:
        turn_id = found.turn_id
        Text.objects.filter(pk=found.pk).update(turn=None, gesture_key=None)
        _settle(found, Text.State.FAILED)
        Turn.objects.filter(id__in=[turn_id], state=Turn.State.USED, conversation__closed_at=None).update(
            state=Turn.State.WAITING, holder=None, held_until=None, used_at=None
        )
    record(viewer.actor, "text.decided", found, was_sent=was_sent)


def _settle(text: Text, state: Text.State) -> None:
    Text.objects.filter(pk=text.pk).update(state=state, reason=DECIDED, settled_at=clock.now())
