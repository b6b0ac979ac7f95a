"""Everything one group's page shows, each kind in one query."""

from collections import defaultdict
from dataclasses import dataclass

from groundswell.kernel.clock import now
from groundswell.orgs.models import Group, Invitation, JoinLink, JoinRequest, Membership, RoleGrant


@dataclass(frozen=True)
class MemberLine:
    membership: Membership
    roles: list[str]
    agreed: bool


@dataclass(frozen=True)
class GroupPage:
    members: list[MemberLine]
    invitations: list[Invitation]
    requests: list[JoinRequest]
    join_links: list[JoinLink]


def group_page(group: Group) -> GroupPage:
    usable = {"revoked_at": None, "accepted_at": None, "expires_at__gt": now()}
    waiting = JoinRequest.objects.filter(join_link__group=group, state=JoinRequest.State.WAITING)
    links = JoinLink.objects.filter(group=group, closed_at=None, expires_at__gt=now())
    return GroupPage(
        members=_members(group),
        invitations=list(Invitation.objects.filter(group=group, **usable).order_by("-id")[:500]),
        requests=list(waiting.select_related("membership__user").order_by("id")),
        join_links=list(links.order_by("-id")),
    )


def _members(group: Group) -> list[MemberLine]:
    roles: dict[int, list[str]] = defaultdict(list)
    grants = RoleGrant.objects.filter(group=group, membership__ended_at=None)
    for grant in grants.order_by("id"):
        roles[grant.membership_id].append(grant.get_role_display())
    members = Membership.objects.with_agreement().filter(id__in=roles).select_related("user")
    lines = [
        MemberLine(member, roles[member.id], bool(member.has_agreed))  # type: ignore[attr-defined]
        for member in members
    ]
    return sorted(lines, key=lambda line: line.membership.user.name.casefold())
