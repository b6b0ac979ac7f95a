from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.errors import AlreadyDecided
from groundswell.orgs.models import JoinRequest, RoleGrant
from groundswell.orgs.viewer import Viewer


def approve_join_request(*, viewer: Viewer, request: JoinRequest) -> None:
    """A leader's yes: the role begins."""
    link = request.join_link
    require_grantable(viewer, link.group, link.role)
    with transaction.atomic():
        decide(viewer, request, JoinRequest.State.APPROVED)
        RoleGrant.objects.get_or_create(
            membership=request.membership,
            group=link.group,
            role=link.role,
            defaults={"granted_by": viewer.membership},
        )
        record(viewer.actor, "orgs.join_approved", request, group=link.group_id)


def decide(viewer: Viewer, request: JoinRequest, state: str) -> None:
    """Inside a transaction; raises AlreadyDecided for the slower of two leaders."""
    waiting = JoinRequest.objects.filter(pk=request.pk, state=JoinRequest.State.WAITING)
    if not waiting.update(state=state, decided_at=now(), decided_by=viewer.membership):
        raise AlreadyDecided
