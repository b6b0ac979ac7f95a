"""Reaching more people in a running campaign: newcomers, and a follow-up to those without an answer."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.texting.campaign_access import get_campaign_for
from groundswell.texting.forms import MessageForm, StartForm
from groundswell.texting.selectors.message_preview import preview_message
from groundswell.texting.services.add_newcomers import add_newcomers
from groundswell.texting.services.draft_follow_up import draft_follow_up
from groundswell.texting.services.open_round import open_round, unanswered
from groundswell.ui.toasts import say


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def newcomers(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    add_newcomers(actor=request.viewer.actor, campaign=campaign)
    say(request, _("They are being added. Volunteers get them with their next batch."))
    return redirect("campaign", campaign.public_id)


@member_page(Right.RUN_CAMPAIGNS)
def follow_up(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    """First the words, then the number typed: two buttons of one form."""
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    draft = campaign.rounds.filter(opened_at=None).first()
    form = MessageForm(request.POST or None, initial={"message": draft.message if draft else ""})
    start = StartForm(request.POST if request.POST.get("typed") else None)
    waiting = unanswered(campaign).count()
    if form.is_valid():
        draft = draft_follow_up(
            actor=request.viewer.actor, campaign=campaign, message=form.cleaned_data["message"]
        )
        if start.is_valid() and start.cleaned_data["typed"] == waiting and waiting:
            open_round(actor=request.viewer.actor, round_=draft)
            say(request, _("The follow-up is open. Volunteers can take it now."))
            return redirect("campaign", campaign.public_id)
        if start.is_valid():
            start.add_error("typed", _("That is not the number above. Nothing was started."))
    preview = preview_message(campaign, form["message"].value() or "")
    note_read(request.viewer, "texting.preview", [person.id for person in preview.people])
    context = {
        "campaign": campaign,
        "form": form,
        "start": start if draft else None,
        "waiting": waiting,
        "preview": preview,
    }
    return render(request, "texting/desk/follow_up.html", context)
