from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.orgs.models import JoinLink, JoinRequest, RoleGrant
from groundswell.orgs.selectors import open_join_link
from groundswell.orgs.services.join_organisation import join_organisation


def ask_to_join(*, user: User, token: str) -> JoinRequest:
    """Somebody offers to help in a branch; without the branch's yes it gives no role."""
    with transaction.atomic():
        link = open_join_link(token)
        membership = join_organisation(user=user, organisation=link.organisation)
        request, is_new = JoinRequest.objects.get_or_create(join_link=link, membership=membership)
        if is_new:
            actor = Actor(link.organisation_id, "member", membership_id=membership.id, user_id=user.id)
            record(actor, "orgs.asked_to_join", request, group=link.group_id)
        if not link.needs_approval:
            _let_in(link, request)
    return request


def _let_in(link: JoinLink, request: JoinRequest) -> None:
    JoinRequest.objects.filter(pk=request.pk).update(state=JoinRequest.State.APPROVED)
    RoleGrant.objects.get_or_create(membership_id=request.membership_id, group=link.group, role=link.role)
