"""The shared inbox: what numbers wrote that no campaign knows, and our answers."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.errors import BadInput
from groundswell.kernel.ids import read_public_id
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.texting.access import get_conversation_for
from groundswell.texting.models import Conversation
from groundswell.texting.services.answer_stranger import answer_stranger, require_inbox
from groundswell.texting.services.finish_stranger import finish_stranger
from groundswell.ui.toasts import say

PAGE = 50


@member_page(Right.RUN_CAMPAIGNS)
def inbox(request: MemberRequest) -> HttpResponse:
    """Whoever waits for an answer, longest first; then the newest of the others."""
    require_inbox(request.viewer)
    found = Conversation.objects.filter(organisation=request.viewer.organisation, campaign=None)
    found = found.select_related("person")
    waiting = list(found.filter(waiting_since__isnull=False).order_by("waiting_since", "id")[:PAGE])
    done = list(found.filter(waiting_since=None).order_by("-last_in_at", "-id")[:PAGE])
    people = [one.person_id for one in waiting + done if one.person_id]
    note_read(request.viewer, "texting.inbox", people)
    return render(request, "texting/desk/inbox.html", {"waiting": waiting, "done": done})


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def answer(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    """The page carries a gesture key, so that a double tap sends once."""
    found = get_conversation_for(request.viewer, conversation_id, Right.RUN_CAMPAIGNS)
    key = read_public_id(request.POST.get("key", ""))
    if key is None:
        raise BadInput(_("Nothing was sent. Load the page again and send once more."))
    answer_stranger(viewer=request.viewer, conversation=found, key=key, body=request.POST.get("body", ""))
    say(request, _("On its way."))
    return redirect("conversation", found.public_id)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def finish(request: MemberRequest, conversation_id: UUID) -> HttpResponse:
    found = get_conversation_for(request.viewer, conversation_id, Right.RUN_CAMPAIGNS)
    finish_stranger(viewer=request.viewer, conversation=found)
    say(request, _("Done. It comes back when they write again."))
    return redirect("texting_inbox")
