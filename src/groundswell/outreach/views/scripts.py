"""The script editor: every change is kept at once, and the page shows the script as it now is."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.models import Script
from groundswell.outreach.script_access import get_answer_for, get_question_for, get_script_for
from groundswell.outreach.script_forms import AnswerForm, NewScriptForm, QuestionForm
from groundswell.outreach.script_templates import TEMPLATES
from groundswell.outreach.selectors.script_tree import all_answers, script_tree, walk_script
from groundswell.outreach.services import change_script
from groundswell.outreach.services.create_script import create_script
from groundswell.ui.toasts import say

LONGEST_WALK = 40


@member_page(Right.RUN_CAMPAIGNS)
def scripts(request: MemberRequest) -> HttpResponse:
    saved = Script.objects.visible_to(request.viewer).select_related("group").order_by("-id")[:200]
    return render(request, "outreach/scripts.html", {"scripts": saved, "templates": TEMPLATES.values()})


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def new_script(request: MemberRequest) -> HttpResponse:
    mine = request.viewer.groups_with(Right.RUN_CAMPAIGNS)
    top = Group.objects.filter(id__in=mine).order_by("path")[0]
    template = TEMPLATES.get(request.POST.get("template", ""))
    made = create_script(viewer=request.viewer, group=top, template=template)
    return redirect("script", made.public_id)


@member_page(Right.RUN_CAMPAIGNS)
def script(request: MemberRequest, script_id: UUID) -> HttpResponse:
    """`?back=` is where somebody came from who is making something with it."""
    found = get_script_for(request.viewer, script_id)
    form = NewScriptForm(request.POST or None, initial={"name": found.name})
    if form.is_valid():
        change_script.rename_script(actor=request.viewer.actor, script=found, name=form.cleaned_data["name"])
        say(request, _("Saved."))
        return redirect("script", found.public_id)
    return render(request, "outreach/script.html", _context(found) | {"form": form, "back": _back(request)})


def _back(request: MemberRequest) -> str:
    address = request.GET.get("back", "")
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def add_question(request: MemberRequest, script_id: UUID, answer_id: UUID | None = None) -> HttpResponse:
    """At the start, or after one particular answer."""
    found = get_script_for(request.viewer, script_id)
    form = QuestionForm(request.POST)
    if form.is_valid():
        after = get_answer_for(request.viewer, answer_id) if answer_id else None
        change_script.add_question(
            actor=request.viewer.actor, script=found, text=form.cleaned_data["text"], after=after
        )
    return _changed(request, found)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def change_question(request: MemberRequest, question_id: UUID) -> HttpResponse:
    question = get_question_for(request.viewer, question_id)
    form = QuestionForm(request.POST)
    if form.is_valid():
        change_script.change_question(
            actor=request.viewer.actor, question=question, text=form.cleaned_data["text"]
        )
    return _changed(request, question.script)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def remove_question(request: MemberRequest, question_id: UUID) -> HttpResponse:
    question = get_question_for(request.viewer, question_id)
    change_script.remove_question(actor=request.viewer.actor, question=question)
    return _changed(request, question.script)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def add_answer(request: MemberRequest, question_id: UUID) -> HttpResponse:
    question = get_question_for(request.viewer, question_id)
    if label := request.POST.get("label", "").strip()[:80]:
        change_script.add_answer(actor=request.viewer.actor, question=question, label=label)
    return _changed(request, question.script)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def change_answer(request: MemberRequest, answer_id: UUID) -> HttpResponse:
    answer = get_answer_for(request.viewer, answer_id)
    found = answer.question.script
    form = AnswerForm(request.POST, script=found, auto_id=f"a{answer.id}-%s")
    if not form.is_valid():
        return _changed(request, found, {answer.id: form})
    change_script.change_answer(actor=request.viewer.actor, answer=answer, **form.cleaned_data)
    return _changed(request, found)


@member_page(Right.RUN_CAMPAIGNS)
@require_POST
def remove_answer(request: MemberRequest, answer_id: UUID) -> HttpResponse:
    answer = get_answer_for(request.viewer, answer_id)
    change_script.remove_answer(actor=request.viewer.actor, answer=answer)
    return _changed(request, answer.question.script)


@member_page(Right.RUN_CAMPAIGNS)
def try_script(request: MemberRequest, script_id: UUID) -> HttpResponse:
    """One step further in a walk through the script; the answers so far are in the address."""
    found = get_script_for(request.viewer, script_id)
    walk = walk_script(found, request.GET.getlist("a")[:LONGEST_WALK])
    return render(request, "outreach/try_script.html", {"script": found, "walk": walk})


def _changed(
    request: MemberRequest, found: Script, broken: dict[int, AnswerForm] | None = None
) -> HttpResponse:
    """The editor anew; without JavaScript the whole page."""
    if request.htmx or broken:
        template = "outreach/script_body.html" if request.htmx else "outreach/script.html"
        form = NewScriptForm(initial={"name": found.name})
        return render(request, template, _context(found, broken or {}) | {"form": form})
    return redirect("script", found.public_id)


def _context(found: Script, broken: dict[int, AnswerForm] | None = None) -> dict[str, object]:
    tree = script_tree(found)
    for node in all_answers(tree):
        node.broken = (broken or {}).get(node.answer.id)
        node.form = node.broken or AnswerForm.of(node.answer, found)
    return {"script": found, "tree": tree, "walk": walk_script(found, [])}
