from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from groundswell.orgs.routes import MemberRequest, volunteer_page
from groundswell.texting.access import get_assignment_for
from groundswell.texting.screen_words import screen_words
from groundswell.texting.selectors.leader_of import leader_of
from groundswell.texting.selectors.my_campaigns import my_campaigns, running_campaigns
from groundswell.texting.services.join_campaign import join_campaign


@volunteer_page
def home(request: MemberRequest) -> HttpResponse:
    """A volunteer's start: the campaigns in which they may text."""
    return render(request, "texting/volunteer/home.html", {"places": my_campaigns(request.viewer)})


@volunteer_page
@require_POST
def join(request: MemberRequest, campaign: UUID) -> HttpResponse:
    chosen = get_object_or_404(running_campaigns(request.viewer), public_id=campaign)
    assignment = join_campaign(viewer=request.viewer, campaign=chosen)
    return redirect("texting_screen", assignment.public_id)


@volunteer_page
def screen(request: MemberRequest, assignment: UUID) -> HttpResponse:
    """The texting screen; whom to text it fetches with a device token."""
    mine = get_assignment_for(request.viewer, assignment)
    page = {
        "assignment": mine,
        "campaign": mine.campaign,
        "leader": leader_of(request.viewer),
        "words": screen_words(),
    }
    return render(request, "texting/volunteer/screen.html", page)
