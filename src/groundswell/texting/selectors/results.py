"""How a campaign stands, branch by branch: five GROUP BY statements, whatever its size."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from math import ceil

from django.db.models import Count, Min, Q

from groundswell.orgs.models import Group, Role, RoleGrant
from groundswell.outreach.models import Request
from groundswell.texting.models import Campaign, Conversation, Recipient, Text


@dataclass
class Figures:
    """People, except `waiting` (conversations). `eligible` is everyone in the frozen audience."""

    eligible: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    to_text: int = 0
    texted: int = 0
    replied: int = 0
    said_yes: int = 0
    opted_out: int = 0
    needs_paper: int = 0
    failed: int = 0
    waiting: int = 0
    waiting_since: datetime | None = None

    @property
    def without_mobile(self) -> int:
        return self.left_out["no_mobile"] + self.left_out["no_number"]

    @property
    def known_turnout(self) -> float:
        """Percent of the eligible who say they did it."""
        return 100 * self.said_yes / self.eligible if self.eligible else 0.0

    @property
    def reply_rate(self) -> float:
        return 100 * self.replied / self.texted if self.texted else 0.0

    def missing(self, threshold_percent: int | None) -> int | None:
        """Votes still missing to the threshold; None when the campaign has none."""
        if threshold_percent is None:
            return None
        return max(0, ceil(self.eligible * threshold_percent / 100) - self.said_yes)

    def add(self, other: "Figures") -> None:
        for one in fields(self):
            if one.name == "waiting_since":
                moments = [moment for moment in (self.waiting_since, other.waiting_since) if moment]
                self.waiting_since = min(moments, default=None)
            else:
                setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


@dataclass
class BranchResult:
    group: Group
    figures: Figures
    leaders: list[str]
    missing: int | None

    @property
    def needs_another_leader(self) -> bool:
        return len(self.leaders) < 2


@dataclass
class Results:
    branches: list[BranchResult]
    total: Figures
    missing: int | None
    below_threshold: int


def results_of(campaign: Campaign, groups: Collection[int]) -> Results:
    """The branches with people in the campaign, most missing votes first; only `groups` are counted."""
    figures: dict[int, Figures] = {}
    wanted = frozenset(groups)
    for part in (_people, _replies_waiting, _papers, _failures):
        for group_id, found in part(campaign, groups):
            if group_id in wanted:
                figures.setdefault(group_id, Figures()).add(found)
    branches = _branches(campaign, figures)
    total = Figures()
    for branch in branches:
        total.add(branch.figures)
    return Results(
        branches=branches,
        total=total,
        missing=None if campaign.threshold_percent is None else sum(b.missing or 0 for b in branches),
        below_threshold=sum(1 for branch in branches if branch.missing),
    )


Found = Iterable[tuple[int, Figures]]
STOPPED = Q(conversation__closed_because=Conversation.ClosedBecause.OPTED_OUT)
FEW = 20


def _within(groups: Collection[int]) -> dict[str, Collection[int]]:
    """A long list asked of every row costs more than leaving away afterwards what is not wanted."""
    return {"group_id__in": groups} if len(groups) <= FEW else {}


def _people(campaign: Campaign, groups: Collection[int]) -> Found:
    rows = (
        Recipient.objects.filter(campaign=campaign, **_within(groups))
        .values("group_id", "left_out")
        .annotate(
            people=Count("id"),
            texted=Count("id", filter=Q(conversation__first_text_at__isnull=False)),
            replied=Count("id", filter=Q(conversation__last_in_at__isnull=False)),
            said_yes=Count("id", filter=Q(goal_reached_at__isnull=False) | Q(left_out="goal_reached")),
            opted_out=Count("id", filter=Q(left_out="opted_out") | STOPPED),
        )
        .order_by()
    )
    for row in rows:
        why = row["left_out"]
        yield (
            row["group_id"],
            Figures(
                eligible=row["people"],
                left_out=Counter({why: row["people"]} if why else {}),
                to_text=0 if why else row["people"],
                texted=row["texted"],
                replied=row["replied"],
                said_yes=row["said_yes"],
                opted_out=row["opted_out"],
            ),
        )


def _replies_waiting(campaign: Campaign, groups: Collection[int]) -> Found:
    rows = (
        Conversation.objects.filter(campaign=campaign, waiting_since__isnull=False, **_within(groups))
        .values("group_id")
        .annotate(n=Count("id"), since=Min("waiting_since"))
        .order_by()
    )
    return [(row["group_id"], Figures(waiting=row["n"], waiting_since=row["since"])) for row in rows]


def _papers(campaign: Campaign, groups: Collection[int]) -> Found:
    rows = (
        Request.objects.filter(
            organisation_id=campaign.organisation_id,
            campaign_id=campaign.id,
            kind=Request.Kind.PAPER,
            state=Request.State.OPEN,
            **_within(groups),
        )
        .values("group_id")
        .annotate(n=Count("id"))
        .order_by()
    )
    return [(row["group_id"], Figures(needs_paper=row["n"])) for row in rows]


def _failures(campaign: Campaign, groups: Collection[int]) -> Found:
    """People whose number a text did not get through to."""
    failed = Text.objects.filter(
        conversation__campaign=campaign,
        state=Text.State.FAILED,
        kind__in=[Text.Kind.FIRST, Text.Kind.FOLLOW_UP],
    )
    rows = (
        Recipient.objects.filter(
            campaign=campaign, conversation__in=failed.values("conversation"), **_within(groups)
        )
        .values("group_id")
        .annotate(n=Count("id"))
        .order_by()
    )
    return [(row["group_id"], Figures(failed=row["n"])) for row in rows]


def _branches(campaign: Campaign, figures: dict[int, Figures]) -> list[BranchResult]:
    leaders = _leaders(figures.keys())
    branches = [
        BranchResult(
            group=group,
            figures=figures[group.id],
            leaders=leaders.get(group.id, []),
            missing=figures[group.id].missing(campaign.threshold_percent),
        )
        for group in Group.objects.filter(id__in=figures.keys()).order_by("name")
    ]
    return sorted(branches, key=lambda branch: -(branch.missing or 0))


def _leaders(groups: Iterable[int]) -> dict[int, list[str]]:
    grants = RoleGrant.objects.filter(
        group_id__in=list(groups),
        role=Role.LEADER,
        membership__suspended_at=None,
        membership__ended_at=None,
    ).select_related("membership__user")
    found: dict[int, list[str]] = {}
    for grant in grants.order_by("id"):
        found.setdefault(grant.group_id, []).append(str(grant.membership))
    return found
