from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person
from groundswell.ui.today import lines_for


@member_page()
def today(request: MemberRequest) -> HttpResponse:
    """What waits for whoever looks; a volunteer comes straight to the texting."""
    if _only_texts(request.viewer):
        return redirect("texting_home")
    context = {"lines": lines_for(request.viewer), "first_step": _first_step(request.viewer)}
    return render(request, "web/today.html", context)


def _only_texts(viewer: Viewer) -> bool:
    return viewer.may(Right.TEXT) and not viewer.may(Right.SEE_RESULTS)


def _first_step(viewer: Viewer) -> str:
    """Loading people, while there is nobody; empty when that is done or not theirs to do."""
    if not viewer.may(Right.IMPORT_PEOPLE) or Person.objects.visible_to(viewer).exists():
        return ""
    return reverse("import_new")
