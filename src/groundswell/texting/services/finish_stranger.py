from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Conversation
from groundswell.texting.services.answer_stranger import require_inbox


@transaction.atomic
def finish_stranger(*, viewer: Viewer, conversation: Conversation) -> None:
    """Done: it waits for nobody, and waits again as soon as they write again."""
    require_inbox(viewer)
    if conversation.organisation_id != viewer.organisation_id or conversation.campaign_id is not None:
        raise NotAllowed
    Conversation.objects.filter(pk=conversation.pk).update(waiting_since=None)
    record(viewer.actor, "conversation.finished", conversation)
