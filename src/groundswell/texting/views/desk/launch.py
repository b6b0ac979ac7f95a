"""The review page, and what cannot be undone behind it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.ids import read_number
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.gate import Reason
from groundswell.segments.sentence import read_back
from groundswell.texting.campaign_access import get_campaign_for
from groundswell.texting.forms import StartForm
from groundswell.texting.models import Campaign
from groundswell.texting.selectors.message_preview import preview_message
from groundswell.texting.selectors.review import Review, judge, review_of
from groundswell.texting.services.start_campaign import start_campaign
from groundswell.texting.steps import step_context
from groundswell.ui.toasts import say

PAGE = 100


@member_page(Right.RUN_CAMPAIGNS)
def review(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    return _page(request, campaign, StartForm())


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def start(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    """Counts anew: what was typed must be what will be sent now."""
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    form = StartForm(request.POST)
    found = review_of(campaign, _message(campaign))
    if not found.may_start:
        return redirect("campaign_review", campaign.public_id)
    if form.is_valid() and form.cleaned_data["typed"] != found.audience.conversations:
        form.add_error("typed", _("That is not the number above. Nothing was started."))
    if not form.is_valid():
        return _page(request, campaign, form)
    start_campaign(actor=request.viewer.actor, campaign=campaign)
    say(request, _("Started. Volunteers can take their first people in a moment."))
    return redirect("campaign", campaign.public_id)


@member_page(Right.RUN_CAMPAIGNS)
def left_out(request: MemberRequest, campaign_id: UUID, reason: str) -> HttpResponse:
    """Who is left out for one reason, by name."""
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    if reason not in Reason:
        raise Http404
    people = judge(campaign).filter(verdict=reason).select_related("group").order_by("id")
    if after := read_number(request.GET.get("after", "")):
        people = people.filter(id__gt=after)
    shown = list(people[: PAGE + 1])
    note_read(request.viewer, "texting.left_out", [person.id for person in shown[:PAGE]])
    context = {
        "campaign": campaign,
        "reason": Reason(reason),
        "people": shown[:PAGE],
        "older_url": f"?after={shown[PAGE - 1].id}" if len(shown) > PAGE else "",
    }
    return render(request, "texting/desk/left_out.html", context)


def _page(request: MemberRequest, campaign: Campaign, form: StartForm) -> HttpResponse:
    message = _message(campaign)
    preview = preview_message(campaign, message)
    note_read(request.viewer, "texting.preview", [person.id for person in preview.people])
    found = review_of(campaign, message)
    context = {
        "campaign": campaign,
        "review": found,
        "cost_words": _money(found),
        "sentence": read_back(campaign.audience, organisation=campaign.organisation),
        "preview": preview,
        "form": form,
    }
    return render(request, "texting/desk/review.html", context | step_context("review", campaign))


def _money(found: Review) -> str:
    return (
        "" if found.cost is None else f"{found.currency} {number_format(found.cost, 2, force_grouping=True)}"
    )


def _message(campaign: Campaign) -> str:
    return campaign.rounds.get(number=1).message
