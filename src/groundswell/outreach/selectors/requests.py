from django.db.models import Count, QuerySet

from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Request


def requests_in(viewer: Viewer, state: str) -> QuerySet[Request]:
    """Oldest first: who asked first is served first."""
    found = Request.objects.visible_to(viewer).filter(state=state)
    return found.select_related("person__group", "opened_by__user").order_by("id")


def requests_by_state(viewer: Viewer) -> dict[str, int]:
    counted = Request.objects.visible_to(viewer).values_list("state").annotate(n=Count("id"))
    return dict(counted.order_by())
