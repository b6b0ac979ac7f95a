"""The team page: the tree of groups with who leads and how far each branch has come."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q

from groundswell.kernel.clock import now
from groundswell.orgs.models import Group, Invitation, JoinRequest, Membership, Role, RoleGrant
from groundswell.orgs.progress import progress_steps
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer


@dataclass
class TeamLine:
    group: Group
    depth: int
    leaders: list[str] = field(default_factory=list)
    invited: int = 0
    members: int = 0
    agreed: int = 0
    practised: int = 0
    waiting: int = 0
    steps: list[int] = field(default_factory=list)

    @property
    def led_by_one(self) -> bool:
        """Somebody falls ill, and nobody can act for this branch."""
        return len(self.leaders) == 1

    @property
    def led_by_none(self) -> bool:
        return not self.leaders and self.group.parent_id is not None


def team_lines(viewer: Viewer) -> list[TeamLine]:
    """Every group the viewer may invite to, in the order of the tree; as many queries as columns."""
    groups = Group.objects.filter(id__in=viewer.groups_with(Right.INVITE), organisation=viewer.organisation)
    lines = {line.group.id: line for line in _in_tree_order(list(groups))}
    _add_members(viewer, lines)
    _add_leaders(lines)
    _add_waiting(lines)
    for step in progress_steps:
        counts = step.count(viewer.organisation)
        for line in lines.values():
            line.steps.append(counts.get(line.group.id, 0))
    return list(lines.values())


def _in_tree_order(groups: list[Group]) -> list[TeamLine]:
    children: dict[int | None, list[Group]] = defaultdict(list)
    known = {group.id for group in groups}
    for group in sorted(groups, key=lambda group: _as_read(group.name)):
        children[group.parent_id if group.parent_id in known else None].append(group)
    lines: list[TeamLine] = []
    ahead = [(group, 0) for group in reversed(children[None])]
    while ahead:
        group, depth = ahead.pop()
        lines.append(TeamLine(group, depth))
        ahead += [(child, depth + 1) for child in reversed(children[group.id])]
    return lines


def _as_read(name: str) -> list[tuple[int, str]]:
    """Branch 9 comes before Branch 10."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _add_members(viewer: Viewer, lines: dict[int, TeamLine]) -> None:
    agreed = Membership.objects.agreed().filter(organisation=viewer.organisation_id)
    at_work = RoleGrant.objects.filter(
        group__in=lines, membership__suspended_at=None, membership__ended_at=None
    )
    counted = at_work.values("group").annotate(
        members=Count("membership", distinct=True),
        agreed=Count("membership", distinct=True, filter=Q(membership__in=agreed.values("id"))),
        practised=Count("membership", distinct=True, filter=Q(membership__practised_at__isnull=False)),
    )
    for row in counted:
        line = lines[row["group"]]
        line.members, line.agreed, line.practised = row["members"], row["agreed"], row["practised"]


def _add_leaders(lines: dict[int, TeamLine]) -> None:
    grants = RoleGrant.objects.filter(
        group__in=lines, role=Role.LEADER, membership__suspended_at=None, membership__ended_at=None
    )
    for group_id, name in grants.order_by("id").values_list("group", "membership__user__name"):
        lines[group_id].leaders.append(name)


def _add_waiting(lines: dict[int, TeamLine]) -> None:
    invited = Invitation.objects.filter(
        group__in=lines, accepted_at=None, revoked_at=None, expires_at__gt=now()
    )
    for group_id, count in invited.values_list("group").annotate(Count("id")):
        lines[group_id].invited = count
    asked = JoinRequest.objects.filter(join_link__group__in=lines, state=JoinRequest.State.WAITING)
    for group_id, count in asked.values_list("join_link__group").annotate(Count("id")):
        lines[group_id].waiting = count
