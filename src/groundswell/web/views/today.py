from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person
from groundswell.ui.today import lines_for


@member_page()
def today(request: MemberRequest) -> HttpResponse:
    viewer = request.viewer
    return render(request, "web/today.html", {"lines": lines_for(viewer), "first_step": _first_step(viewer)})


def _first_step(viewer: Viewer) -> str:
    """Where an organisation without people begins; empty once it has some."""
    if (
        not viewer.may(Right.IMPORT_PEOPLE)
        or Person.objects.filter(organisation=viewer.organisation).exists()
    ):
        return ""
    return reverse("imports")
