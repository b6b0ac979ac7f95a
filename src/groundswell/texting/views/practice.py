"""Practice: one invented member after another; what was done so far waits in the session."""

from typing import TypedDict

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from groundswell.orgs.routes import MemberRequest, volunteer_page
from groundswell.texting.practice import SCENES
from groundswell.texting.services.finish_practice import finish_practice

STATE = "practice"


class Progress(TypedDict):
    """`scene` is the number of the one on screen, `tried` what was chosen in it."""

    scene: int
    sent: bool
    tried: list[str]
    right_at_first: int


def _progress(request: MemberRequest) -> Progress:
    fresh: Progress = {"scene": 0, "sent": False, "tried": [], "right_at_first": 0}
    kept: Progress = request.session.get(STATE, fresh)
    return kept


@require_GET
@volunteer_page
def practice(request: MemberRequest) -> HttpResponse:
    """The scene on screen, or how it went."""
    progress = _progress(request)
    if progress["scene"] >= len(SCENES):
        return render(
            request, "texting/volunteer/practised.html", {"progress": progress, "total": len(SCENES)}
        )
    scene = SCENES[progress["scene"]]
    tried = [choice for key in progress["tried"] if (choice := scene.choice(key))]
    context = {
        "scene": scene,
        "sent": str(scene.sent).format(name=scene.name, volunteer=request.viewer.membership),
        "progress": progress,
        "number": progress["scene"] + 1,
        "total": len(SCENES),
        "last": tried[-1] if tried else None,
    }
    return render(request, "texting/volunteer/practice.html", context)


@require_POST
@volunteer_page
def practice_step(request: MemberRequest) -> HttpResponse:
    """Send, choose, go on or begin again: whatever the pressed button says."""
    progress = _progress(request)
    step = request.POST.get("step", "")
    if step == "again":
        request.session.pop(STATE, None)
    elif progress["scene"] < len(SCENES):
        request.session[STATE] = _after(request, progress, step)
    return redirect("practice")


def _after(request: MemberRequest, progress: Progress, step: str) -> Progress:
    scene = SCENES[progress["scene"]]
    if step == "send":
        return {**progress, "sent": True}
    if step == "next" and _is_solved(progress):
        return _next_scene(request, progress)
    choice = scene.choice(step)
    if choice is None or not progress["sent"] or _is_solved(progress):
        return progress
    first_try = choice.right and not progress["tried"]
    return {
        **progress,
        "tried": [*progress["tried"], step],
        "right_at_first": progress["right_at_first"] + int(first_try),
    }


def _is_solved(progress: Progress) -> bool:
    scene = SCENES[progress["scene"]]
    return any(choice.right for key in progress["tried"] if (choice := scene.choice(key)))


def _next_scene(request: MemberRequest, progress: Progress) -> Progress:
    number = progress["scene"] + 1
    if number == len(SCENES):
        finish_practice(
            actor=request.viewer.actor,
            membership=request.viewer.membership,
            right_at_first=progress["right_at_first"],
            scenes=len(SCENES),
        )
    return {**progress, "scene": number, "sent": False, "tried": []}
