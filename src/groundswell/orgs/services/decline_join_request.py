from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.orgs.models import JoinRequest
from groundswell.orgs.services.approve_join_request import decide
from groundswell.orgs.viewer import Viewer


def decline_join_request(*, viewer: Viewer, request: JoinRequest) -> None:
    """A leader's no: no role, and no message that could shame anybody."""
    with transaction.atomic():
        decide(viewer, request, JoinRequest.State.DECLINED)
        record(viewer.actor, "orgs.join_declined", request, group=request.join_link.group_id)
