"""The only ways from a URL to something of an organisation; what is not the viewer's is a 404."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from groundswell.orgs.models import Group, Invitation, JoinLink, JoinRequest, Membership
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer


def get_group_for(viewer: Viewer, public_id: UUID, right: Right) -> Group:
    return get_object_or_404(groups_for(viewer, right), public_id=public_id)


def groups_for(viewer: Viewer, right: Right) -> QuerySet[Group]:
    groups = Group.objects.filter(organisation=viewer.organisation_id, id__in=viewer.groups_with(right))
    return groups.select_related("organisation", "parent")


def get_membership_for(viewer: Viewer, public_id: UUID, right: Right) -> Membership:
    members = Membership.objects.visible_to(viewer, right).select_related("user", "organisation")
    return get_object_or_404(members, public_id=public_id)


def get_invitation_for(viewer: Viewer, public_id: UUID) -> Invitation:
    invitations = Invitation.objects.filter(group__in=viewer.groups_with(Right.INVITE))
    return get_object_or_404(invitations.select_related("group"), public_id=public_id)


def get_join_link_for(viewer: Viewer, public_id: UUID) -> JoinLink:
    links = JoinLink.objects.filter(group__in=viewer.groups_with(Right.INVITE))
    return get_object_or_404(links.select_related("group", "organisation"), public_id=public_id)


def get_join_request_for(viewer: Viewer, public_id: UUID) -> JoinRequest:
    requests = JoinRequest.objects.filter(join_link__group__in=viewer.groups_with(Right.INVITE))
    return get_object_or_404(requests.select_related("join_link__group", "membership"), public_id=public_id)
