"""What texting asks of somebody today: replies first."""

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from groundswell.kernel import clock
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Campaign, Conversation, Text
from groundswell.texting.selectors.holds import holds_for
from groundswell.texting.services.decide_unknown import REPORTS_COME_WITHIN
from groundswell.ui.today import TodayLine, today_lines


def replies_in_my_hands(viewer: Viewer) -> Iterator[TodayLine]:
    mine = Conversation.objects.filter(
        holder__membership=viewer.membership, waiting_since__isnull=False, closed_at=None
    )
    count = mine.filter(campaign__state=Campaign.State.RUNNING).count()
    text = ngettext("reply waits for your answer", "replies wait for your answer", count)
    yield TodayLine(count, text, reverse("texting_home"), order=5)


def replies_in_my_branches(viewer: Viewer) -> Iterator[TodayLine]:
    groups = viewer.groups_with(Right.SUPERVISE_TEXTING)
    waiting = Conversation.objects.filter(
        group_id__in=groups,
        campaign__state=Campaign.State.RUNNING,
        waiting_since__isnull=False,
        closed_at=None,
    )
    counted = waiting.order_by().values("campaign__name", "campaign__public_id").annotate(n=Count("id"))
    for row in counted:
        text = ngettext("reply waits in “%(campaign)s”", "replies wait in “%(campaign)s”", row["n"])
        url = reverse("campaign_texters", args=[row["campaign__public_id"]])
        yield TodayLine(row["n"], text % {"campaign": row["campaign__name"]}, url, order=10)


def words_to_judge(viewer: Viewer) -> Iterator[TodayLine]:
    if viewer.may(Right.DECIDE_HOLDS):
        count = len(holds_for(viewer))
        text = ngettext(
            "person may have asked us to stop: please decide",
            "people may have asked us to stop: please decide",
            count,
        )
        yield TodayLine(count, text, reverse("texting_holds"), order=15)


def texts_nobody_knows_of(viewer: Viewer) -> Iterator[TodayLine]:
    """Handed over without an answer, and no report came for a day: a person decides."""
    groups = viewer.groups_with(Right.SUPERVISE_TEXTING)
    lost = Text.objects.filter(
        organisation=viewer.organisation,
        state=Text.State.UNKNOWN,
        handed_at__lt=clock.now() - REPORTS_COME_WITHIN,
        conversation__group_id__in=groups,
        conversation__campaign__isnull=False,
    )
    path = "conversation__campaign__"
    counted = lost.order_by().values(f"{path}name", f"{path}public_id").annotate(n=Count("id"))
    for row in counted:
        text = ngettext(
            "text in “%(campaign)s” the carrier never answered: was it sent?",
            "texts in “%(campaign)s” the carrier never answered: were they sent?",
            row["n"],
        )
        url = reverse("campaign_conversations", args=[row[f"{path}public_id"]]) + "?which=unknown"
        yield TodayLine(row["n"], text % {"campaign": row[f"{path}name"]}, url, order=20)


def strangers(viewer: Viewer) -> Iterator[TodayLine]:
    if viewer.may(Right.RUN_CAMPAIGNS):
        unknown = Conversation.objects.filter(
            organisation=viewer.organisation, campaign=None, waiting_since__isnull=False, closed_at=None
        )
        count = unknown.count()
        text = ngettext("text from an unknown number", "texts from unknown numbers", count)
        yield TodayLine(count, text, reverse("texting_inbox"), order=25)


for name, contribution in {
    "texting.mine": replies_in_my_hands,
    "texting.branches": replies_in_my_branches,
    "texting.holds": words_to_judge,
    "texting.unknown": texts_nobody_knows_of,
    "texting.strangers": strangers,
}.items():
    today_lines.register(name, contribution)
