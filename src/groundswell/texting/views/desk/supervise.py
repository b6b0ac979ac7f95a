"""What Bram sees of his branch's texting, and what he may do about it."""

from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.consent.models import Hold
from groundswell.consent.services.decide_hold import decide_hold
from groundswell.kernel.ids import read_number
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.texting.access import get_conversation_for, get_text_for
from groundswell.texting.campaign_access import branches_of, get_campaign_for
from groundswell.texting.models import Assignment, Campaign, Conversation
from groundswell.texting.selectors.holds import holds_for
from groundswell.texting.selectors.supervise import (
    FILTERS,
    conversations_in,
    needing_somebody,
    texter_lines,
)
from groundswell.texting.services.answer_stranger import may_open_inbox
from groundswell.texting.services.decide_unknown import decide_unknown
from groundswell.texting.services.supervise import (
    give_back_work,
    resume_texter,
    suspend_texter,
    take_over_conversation,
)
from groundswell.ui.toasts import say

PAGE = 50
LONGEST_WAITING = 10


def _campaign(request: MemberRequest, campaign_id: UUID) -> tuple[Campaign, list[int]]:
    campaign = get_campaign_for(request.viewer, campaign_id, Right.SUPERVISE_TEXTING)
    groups = branches_of(request.viewer, campaign, Right.SUPERVISE_TEXTING).values_list("id", flat=True)
    return campaign, list(groups)


@member_page(Right.SUPERVISE_TEXTING)
def texters(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign, groups = _campaign(request, campaign_id)
    waiting = list(needing_somebody(campaign, groups)[:LONGEST_WAITING])
    note_read(request.viewer, "texting.waiting", _people(waiting))
    context = {"campaign": campaign, "lines": texter_lines(campaign, groups), "waiting": waiting}
    return render(request, "texting/desk/texters.html", context)


@member_page(Right.SUPERVISE_TEXTING)
@require_POST
def suspend(request: MemberRequest, assignment_id: UUID) -> HttpResponse:
    assignment = _assignment(request, assignment_id)
    suspend_texter(viewer=request.viewer, assignment=assignment)
    say(request, _("%(name)s can send nothing from now on.") % {"name": assignment.membership})
    return redirect("campaign_texters", assignment.campaign.public_id)


@member_page(Right.SUPERVISE_TEXTING)
@require_POST
def resume(request: MemberRequest, assignment_id: UUID) -> HttpResponse:
    assignment = _assignment(request, assignment_id)
    resume_texter(viewer=request.viewer, assignment=assignment)
    say(request, _("%(name)s may text again.") % {"name": assignment.membership})
    return redirect("campaign_texters", assignment.campaign.public_id)


@member_page(Right.SUPERVISE_TEXTING)
@require_POST
def give_back(request: MemberRequest, assignment_id: UUID) -> HttpResponse:
    assignment = _assignment(request, assignment_id)
    count = give_back_work(viewer=request.viewer, assignment=assignment)
    gone = ngettext("One went back to the branch.", "%(n)d went back to the branch.", count)
    say(request, gone % {"n": count})
    return redirect("campaign_texters", assignment.campaign.public_id)


@member_page(Right.SUPERVISE_TEXTING)
def conversations(request: MemberRequest, campaign_id: UUID) -> HttpResponse:
    campaign, groups = _campaign(request, campaign_id)
    which = request.GET.get("which", "")
    if which not in FILTERS:
        raise Http404
    after = read_number(request.GET.get("after", ""))
    found = conversations_in(campaign, groups, which, after=after)
    page = list(found[: PAGE + 1])
    shown = page[:PAGE]
    note_read(request.viewer, "texting.conversations", _people(shown))
    older = f"?which={which}&after={shown[-1].id}" if len(page) > PAGE else ""
    context = {"campaign": campaign, "conversations": shown, "which": which, "older_url": older}
    return render(request, "texting/desk/conversations.html", context)


@member_page(Right.SUPERVISE_TEXTING)
def conversation(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    found = get_conversation_for(request.viewer, conversation_id)
    note_read(request.viewer, "texting.conversation", _people([found]))
    texts = list(found.texts.select_related("author__user").order_by("-id")[:200])[::-1]
    context = {
        "conversation": found,
        "texts": texts,
        "may_answer": found.campaign is None and may_open_inbox(request.viewer),
        "key": uuid4(),
    }
    return render(request, "texting/desk/conversation.html", context)


@member_page(Right.SUPERVISE_TEXTING)
@require_POST
def decide_text(request: MemberRequest, text_id: UUID) -> HttpResponse:
    """Somebody who asked them, or looked at the carrier's list, says whether it was sent."""
    text = get_text_for(request.viewer, text_id)
    was_sent = request.POST.get("was") == "sent"
    decide_unknown(viewer=request.viewer, text=text, was_sent=was_sent)
    say(request, _("Noted: it was sent.") if was_sent else _("Noted: it was not sent."))
    return redirect("conversation", text.conversation.public_id)


@member_page(Right.SUPERVISE_TEXTING)
@require_POST
def take_over(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    """It comes into one's own hands, to be answered on the texting screen."""
    found = get_conversation_for(request.viewer, conversation_id)
    mine = take_over_conversation(viewer=request.viewer, conversation=found)
    return redirect("texting_screen", mine.public_id)


@member_page(Right.DECIDE_HOLDS)
def holds(request: MemberRequest) -> HttpResponse:
    held = holds_for(request.viewer)
    note_read(request.viewer, "texting.holds", [one.person_id for one in held if one.person_id])
    return render(request, "texting/desk/holds.html", {"held": held})


@member_page(Right.DECIDE_HOLDS)
@require_POST
def decide(request: MemberRequest, hold_id: int) -> HttpResponse:
    """Only what the viewer was shown; the words are kept as the evidence."""
    one = next((held for held in holds_for(request.viewer) if held.hold.id == hold_id), None)
    if one is None:
        raise Http404
    decision = Hold.Decision.STOP if request.POST.get("decision") == "stop" else Hold.Decision.GO_ON
    decide_hold(actor=request.viewer.actor, hold=one.hold, decision=decision, evidence=one.words[:500])
    stopped = decision == Hold.Decision.STOP
    say(request, _("Nobody contacts them any more.") if stopped else _("They can be texted again."))
    return redirect("texting_holds")


def _assignment(request: MemberRequest, assignment_id: UUID) -> Assignment:
    """Of a campaign the viewer supervises a part of; the service asks whether the texter is theirs."""
    found = get_object_or_404(
        Assignment.objects.select_related("campaign", "membership__user"),
        public_id=assignment_id,
        campaign__organisation=request.viewer.organisation,
    )
    get_campaign_for(request.viewer, found.campaign.public_id, Right.SUPERVISE_TEXTING)
    return found


def _people(conversations: list[Conversation]) -> list[int]:
    return [one.person_id for one in conversations if one.person_id]
