"""The steps of a draft. Each page is one form, kept when it is sent, and leads to the next."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.merge import FIELDS
from groundswell.outreach.models import Meaning, Script
from groundswell.outreach.script_templates import BALLOT, TEMPLATES
from groundswell.outreach.services.create_script import create_script
from groundswell.segments.access import get_segment_for
from groundswell.segments.builder import Builder
from groundswell.segments.models import Segment
from groundswell.segments.views.builder import builder_context, posted_builder
from groundswell.texting.campaign_access import get_campaign_for
from groundswell.texting.forms import TEMPLATE, BasicsForm, LimitsForm, MessageForm, ScriptForm
from groundswell.texting.models import Campaign
from groundswell.texting.selectors.message_preview import preview_message
from groundswell.texting.services.change_campaign import change_campaign
from groundswell.texting.services.write_message import write_message
from groundswell.texting.steps import after, step_context


def _campaign(request: MemberRequest, campaign_id: UUID) -> Campaign:
    return get_campaign_for(request.viewer, campaign_id, Right.RUN_CAMPAIGNS)


@member_page(Right.RUN_CAMPAIGNS)
def basics(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = _campaign(request, campaign_id)
    initial = {"name": campaign.name, "group": campaign.group.public_id, "purpose": campaign.purpose}
    form = BasicsForm(request.POST or None, viewer=request.viewer, initial=initial)
    if form.is_valid():
        change_campaign(actor=request.viewer.actor, campaign=campaign, **form.cleaned_data)
        return redirect(after("basics", campaign))
    return _step(request, campaign, "basics", {"form": form})


@member_page(Right.RUN_CAMPAIGNS)
def audience(request: MemberRequest, campaign_id: UUID, segment_id: UUID | None = None) -> HttpResponse:
    """With `segment_id` the builder starts from a saved segment."""
    campaign = _campaign(request, campaign_id)
    if request.method == "POST":
        builder = posted_builder(request)
        if "op" not in request.POST:
            change_campaign(actor=request.viewer.actor, campaign=campaign, audience=builder.definition)
            return redirect(after("audience", campaign))
    else:
        saved = get_segment_for(request.viewer, segment_id).definition if segment_id else None
        builder = Builder.of(campaign.audience if saved is None else saved, request.viewer.organisation)
    segments = Segment.objects.visible_to(request.viewer).order_by("name")[:50]
    context = builder_context(request, builder, purpose=campaign.purpose) | {"segments": segments}
    return _step(request, campaign, "audience", context, "texting/desk/audience.html")


@member_page(Right.RUN_CAMPAIGNS)
def message(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = _campaign(request, campaign_id)
    first = campaign.rounds.get(number=1)
    words = first.message or str(BALLOT.message)
    form = MessageForm(request.POST or None, initial={"message": words})
    if form.is_valid():
        write_message(actor=request.viewer.actor, round=first, message=form.cleaned_data["message"])
        return redirect(after("message", campaign))
    preview = _preview(request, campaign, form["message"].value() or "")
    return _step(
        request,
        campaign,
        "message",
        {"form": form, "preview": preview, "fields": FIELDS},
        "texting/desk/message.html",
    )


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def message_preview(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    """The words as they are being typed, as one person would get them."""
    campaign = _campaign(request, campaign_id)
    preview = _preview(request, campaign, request.POST.get("message", "")[:2000])
    return render(request, "texting/desk/preview.html", {"campaign": campaign, "preview": preview})


@member_page(Right.RUN_CAMPAIGNS)
def script(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = _campaign(request, campaign_id)
    chosen = str(campaign.script.public_id) if campaign.script else TEMPLATE + BALLOT.key
    form = ScriptForm(
        request.POST or None,
        viewer=request.viewer,
        initial={"script": chosen, "goal": campaign.goal or Meaning.VOTED},
    )
    if form.is_valid():
        picked = _picked_script(request, campaign, form.cleaned_data["script"])
        change_campaign(
            actor=request.viewer.actor, campaign=campaign, script=picked, goal=form.cleaned_data["goal"]
        )
        if picked and form.cleaned_data["script"].startswith(TEMPLATE):
            return redirect(f"{reverse('script', args=[picked.public_id])}?back={after('script', campaign)}")
        return redirect(after("script", campaign))
    return _step(request, campaign, "script", {"form": form})


@member_page(Right.RUN_CAMPAIGNS)
def limits(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign = _campaign(request, campaign_id)
    names = ("closes_at", "threshold_percent", "papers_until", "batch_size")
    form = LimitsForm(request.POST or None, initial={name: getattr(campaign, name) for name in names})
    if form.is_valid():
        change_campaign(actor=request.viewer.actor, campaign=campaign, **form.cleaned_data)
        going = campaign.state != Campaign.State.DRAFT
        return redirect("campaign", campaign.public_id) if going else redirect(after("limits", campaign))
    return _step(request, campaign, "limits", {"form": form})


def _step(
    request: MemberRequest,
    campaign: Campaign,
    key: str,
    context: dict[str, object],
    template: str = "texting/desk/step_form.html",
) -> HttpResponse:
    return render(request, template, {"campaign": campaign} | step_context(key, campaign) | context)


def _preview(request: MemberRequest, campaign: Campaign, words: str) -> object:
    found = preview_message(campaign, words, as_person=request.POST.get("as", ""))
    note_read(request.viewer, "texting.preview", [person.id for person in found.people])
    return found


def _picked_script(request: MemberRequest, campaign: Campaign, value: str) -> Script | None:
    if value.startswith(TEMPLATE):
        template = TEMPLATES.get(value.removeprefix(TEMPLATE))
        return create_script(viewer=request.viewer, group=campaign.group, template=template)
    return Script.objects.visible_to(request.viewer).get(public_id=value) if value else None
