"""What an organiser does with a campaign while people are texting."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.texting.campaign_access import get_campaign_for
from groundswell.texting.services.close_campaign import close_campaign
from groundswell.texting.services.pause_campaign import pause_campaign
from groundswell.texting.services.resume_campaign import resume_campaign
from groundswell.ui.toasts import say


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def pause(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    if pause_campaign(actor=request.viewer.actor, campaign=campaign):
        say(request, _("Paused. Nothing is sent from now on."))
    return redirect("campaign", campaign.public_id)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def resume(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    if resume_campaign(actor=request.viewer.actor, campaign=campaign):
        say(request, _("Running again. Volunteers go on where they were."))
    return redirect("campaign", campaign.public_id)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def close(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)
    if close_campaign(actor=request.viewer.actor, campaign=campaign):
        say(request, _("Closed. What people still write comes to the shared inbox."))
    return redirect("campaign", campaign.public_id)
