from collections.abc import Collection

from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Request


@transaction.atomic
def close_requests(*, viewer: Viewer, requests: Collection[Request], state: Request.State) -> int:
    """The office sent these, or they are no longer needed; says how many were still open."""
    ids = sorted(
        Request.objects.visible_to(viewer, Right.HANDLE_REQUESTS)
        .filter(id__in=[request.id for request in requests], state=Request.State.OPEN)
        .select_for_update()
        .values_list("id", flat=True)
    )
    Request.objects.filter(id__in=ids).update(state=state, closed_by=viewer.membership, closed_at=now())
    if ids:
        record(viewer.actor, f"request.{state}", None, requests=ids)
    return len(ids)
