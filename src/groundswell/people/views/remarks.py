from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.access import get_person_for, tags_for
from groundswell.people.services import add_note, tag_person, untag_person
from groundswell.people.undoing import offer_undo
from groundswell.ui.toasts import say


@member_page(Right.CHANGE_PEOPLE)
@require_POST
def add_tag(request: MemberRequest, person_id: UUID) -> HttpResponse:
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    changeset = tag_person(actor=request.viewer.actor, person=person, name=request.POST.get("tag", ""))
    offer_undo(request, person, changeset, _("Tag added."))
    return redirect("person", person.public_id)


@member_page(Right.CHANGE_PEOPLE)
@require_POST
def remove_tag(request: MemberRequest, person_id: UUID, tag_id: UUID) -> HttpResponse:
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    tag = get_object_or_404(tags_for(request.viewer), public_id=tag_id)
    changeset = untag_person(actor=request.viewer.actor, person=person, tag=tag)
    offer_undo(request, person, changeset, _("Tag taken off."))
    return redirect("person", person.public_id)


@member_page(Right.CHANGE_PEOPLE)
@require_POST
def write_note(request: MemberRequest, person_id: UUID) -> HttpResponse:
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    add_note(actor=request.viewer.actor, person=person, body=request.POST.get("body", "")[:2000])
    say(request, _("Note kept."))
    return redirect("person", person.public_id)
