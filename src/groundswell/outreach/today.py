from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Request
from groundswell.ui.today import TodayLine, today_lines


def open_requests(viewer: Viewer) -> Iterator[TodayLine]:
    """Papers to send, for whoever sends them."""
    if viewer.may(Right.HANDLE_REQUESTS):
        count = Request.objects.visible_to(viewer).filter(state=Request.State.OPEN).count()
        text = ngettext("person waits for a new ballot paper", "people wait for a new ballot paper", count)
        yield TodayLine(count, text, reverse("requests"), order=12)


today_lines.register("outreach.requests", open_requests)
