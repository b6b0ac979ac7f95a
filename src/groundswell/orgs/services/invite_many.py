from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.invitation_sheet import Candidate
from groundswell.orgs.models import Invitation
from groundswell.orgs.services.invite_member import new_invitation
from groundswell.orgs.viewer import Viewer


def invite_many(*, viewer: Viewer, candidates: list[Candidate]) -> list[tuple[Invitation, str]]:
    """Invites a whole list. Whoever was invited to the same before gets a new link, not a second one."""
    for group, role in {(each.group, each.role) for each in candidates}:
        require_grantable(viewer, group, role)
    made = [new_invitation(viewer, each.group, each.role, each.name, each.email) for each in candidates]
    with transaction.atomic():
        _withdraw_earlier(viewer, [invitation for invitation, _token in made])
        Invitation.objects.bulk_create([invitation for invitation, _token in made], batch_size=500)
        record(viewer.actor, "orgs.list_invited", count=len(made))
    return made


def _withdraw_earlier(viewer: Viewer, invitations: list[Invitation]) -> None:
    fresh = {(each.group_id, str(each.role), each.email) for each in invitations if each.email}
    waiting = Invitation.objects.filter(
        organisation=viewer.organisation,
        accepted_at=None,
        revoked_at=None,
        group__in={each[0] for each in fresh},
    )
    earlier = [
        key for key, *place in waiting.values_list("id", "group", "role", "email") if tuple(place) in fresh
    ]
    for start in range(0, len(earlier), 500):
        Invitation.objects.filter(id__in=earlier[start : start + 500]).update(revoked_at=now())
