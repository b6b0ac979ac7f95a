from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from groundswell.orgs.models import JoinRequest
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.ui.today import TodayLine, today_lines


def people_who_ask_to_help(viewer: Viewer) -> Iterator[TodayLine]:
    groups = viewer.groups_with(Right.INVITE)
    if groups:
        waiting = JoinRequest.objects.filter(join_link__group__in=groups, state=JoinRequest.State.WAITING)
        count = waiting.count()
        text = ngettext(
            "person asks to help and waits for your yes", "people ask to help and wait for your yes", count
        )
        yield TodayLine(count, text, reverse("team"), order=20)


today_lines.register("orgs.join_requests", people_who_ask_to_help)
