from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.consent.forms import ReasonForm
from groundswell.consent.services import resume_person, stop_person, take_back_person_stop
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.access import get_person_for
from groundswell.ui.toasts import say


@member_page(Right.CHANGE_PEOPLE)
def stop(request: MemberRequest, person_id: UUID) -> HttpResponse:
    """Asks why and ends texts and calls; for a minute it can be taken back."""
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        stop_person(actor=request.viewer.actor, person=person, **form.cleaned_data)
        undo = reverse("person_take_back", args=[person.public_id])
        say(request, _("Nobody here will text or call them any more."), undo=undo)
        return redirect("person", person.public_id)
    note_read(request.viewer, "person_stop", [person.pk])
    context = {"person": person, "form": form}
    return render(request, "consent/stop.html", context, status=422 if form.is_bound else 200)


@member_page(Right.CHANGE_PEOPLE)
@require_POST
def take_back(request: MemberRequest, person_id: UUID) -> HttpResponse:
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    take_back_person_stop(actor=request.viewer.actor, person=person)
    say(request, _("Taken back. It is as it was."))
    return redirect("person", person.public_id)


@member_page(Right.DECIDE_CONSENT)
def resume(request: MemberRequest, person_id: UUID) -> HttpResponse:
    """Undoes a stop that a colleague noted; never one of their own."""
    person = get_person_for(request.viewer, person_id, Right.DECIDE_CONSENT)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        resume_person(actor=request.viewer.actor, person=person, **form.cleaned_data)
        say(request, _("The stop is undone. What was allowed before is allowed again."))
        return redirect("person", person.public_id)
    note_read(request.viewer, "person_resume", [person.pk])
    context = {"person": person, "form": form}
    return render(request, "consent/resume.html", context, status=422 if form.is_bound else 200)
