from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.models import JoinLink
from groundswell.orgs.viewer import Viewer


def close_join_link(*, viewer: Viewer, link: JoinLink) -> None:
    """Nobody can ask by this link any more; who asked already still waits for an answer."""
    with transaction.atomic():
        if JoinLink.objects.filter(pk=link.pk, closed_at=None).update(closed_at=now()):
            record(viewer.actor, "orgs.join_link_closed", link)
