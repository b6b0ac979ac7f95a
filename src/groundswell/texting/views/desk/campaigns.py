from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.texting.campaign_access import branches_of, campaigns_for, get_campaign_for
from groundswell.texting.forms import BasicsForm
from groundswell.texting.models import Campaign
from groundswell.texting.selectors.campaign_list import campaign_lines
from groundswell.texting.selectors.results import results_of
from groundswell.texting.selectors.supervise import count_newcomers
from groundswell.texting.services.create_campaign import create_campaign
from groundswell.texting.steps import STEPS, next_open_step, step_context

BRANCHES_SHOWN = 12


@member_page(Right.SEE_RESULTS)
def campaigns(request: MemberRequest) -> HttpResponse:
    seen = campaigns_for(request.viewer, Right.SEE_RESULTS)
    if not request.viewer.may(Right.RUN_CAMPAIGNS):
        seen = seen.exclude(state=Campaign.State.DRAFT)
    lines = campaign_lines(seen.order_by("-id")[:100], request.viewer.groups_with(Right.SEE_RESULTS))
    may_run = request.viewer.may(Right.RUN_CAMPAIGNS)
    return render(request, "texting/desk/campaigns.html", {"lines": lines, "may_run": may_run})


@member_page(Right.RUN_CAMPAIGNS)
def new_campaign(request: MemberRequest) -> HttpResponse:
    form = BasicsForm(request.POST or None, viewer=request.viewer)
    if form.is_valid():
        campaign = create_campaign(viewer=request.viewer, **form.cleaned_data)
        return redirect(STEPS[1].url(campaign))
    return render(request, "texting/desk/step_form.html", {"form": form} | step_context("basics"))


@member_page(Right.SEE_RESULTS)
def campaign(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    """A draft goes on where it was left; anything else shows how it stands."""
    found = get_campaign_for(request.viewer, campaign_id, Right.SEE_RESULTS)
    if found.state == Campaign.State.DRAFT:
        message = found.rounds.get(number=1).message
        return redirect(next_open_step(found, message).url(found))
    results = results_of(found, _branch_ids(request, found))
    may_run = request.viewer.may(Right.RUN_CAMPAIGNS, found.group_id)
    is_running = found.state == Campaign.State.RUNNING
    context = {
        "campaign": found,
        "results": results,
        "branches": results.branches[:BRANCHES_SHOWN],
        "may_run": may_run,
        "may_decide": request.viewer.may(Right.DECIDE_HOLDS),
        "may_supervise": request.viewer.may(Right.SUPERVISE_TEXTING),
        "newcomers": count_newcomers(found) if may_run and is_running else 0,
    }
    return render(request, "texting/desk/campaign.html", context)


def _branch_ids(request: MemberRequest, campaign: Campaign) -> list[int]:
    return list(branches_of(request.viewer, campaign, Right.SEE_RESULTS).values_list("id", flat=True))
