from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.history.services import undo_changeset
from groundswell.kernel.clock import read_moment
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.access import get_changeset_for, get_person_for, tags_for
from groundswell.people.forms import DetailsForm
from groundswell.people.life import life_of
from groundswell.people.models import Person
from groundswell.people.panels import panels_for
from groundswell.people.selectors import addresses_of, custom_values_of
from groundswell.people.services import change_person, delete_person
from groundswell.people.undoing import offer_undo
from groundswell.ui.toasts import say


@member_page(Right.SEE_PEOPLE)
def person(request: MemberRequest, person_id: UUID) -> HttpResponse:
    viewer = request.viewer
    shown = get_person_for(viewer, person_id)
    note_read(viewer, "person", [shown.pk])
    context = {
        "person": shown,
        "addresses": addresses_of(shown),
        "custom": custom_values_of(shown),
        "tags": [tagging.tag for tagging in shown.taggings.select_related("tag").order_by("tag__name")],
        "known_tags": tags_for(viewer)[:200],
        "panels": panels_for(viewer, shown),
        "life": life_of(viewer, shown, read_moment(request.GET.get("before", ""))),
        "may_change": viewer.may(Right.CHANGE_PEOPLE, shown.group_id),
    }
    return render(request, "people/person.html", context)


@member_page(Right.CHANGE_PEOPLE)
def edit_person(request: MemberRequest, person_id: UUID) -> HttpResponse:
    edited = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    form = DetailsForm(request.POST or None, viewer=request.viewer, person=edited, initial=_details(edited))
    if request.method == "POST" and form.is_valid():
        changeset = change_person(actor=request.viewer.actor, person=edited, **form.cleaned_data)
        offer_undo(request, edited, changeset, _("Saved."))
        return redirect("person", edited.public_id)
    note_read(request.viewer, "person_edit", [edited.pk])
    status = 422 if form.is_bound else 200
    return render(request, "people/edit_person.html", {"form": form, "person": edited}, status=status)


def _details(edited: Person) -> dict[str, object]:
    details = {name: getattr(edited, name) for name in DetailsForm.base_fields}
    return {**details, "group": edited.group.public_id}


@member_page(Right.CHANGE_PEOPLE)
@require_POST
def remove_person(request: MemberRequest, person_id: UUID) -> HttpResponse:
    removed = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    changeset = delete_person(actor=request.viewer.actor, person=removed)
    say(request, _("Deleted."), undo=reverse("person_undo", args=[removed.public_id, changeset.public_id]))
    return redirect("people")


@member_page(Right.CHANGE_PEOPLE)
@require_POST
def undo_person(request: MemberRequest, person_id: UUID, changeset_id: UUID) -> HttpResponse:
    """Takes one's own last change back, a deletion too."""
    changeset = get_changeset_for(request.viewer, changeset_id)
    undone = undo_changeset(actor=request.viewer.actor, changeset=changeset)
    kept = _("Somebody changed it in the meantime, so it stays as it is.")
    say(request, kept if undone.kept else _("It is as it was."))
    return redirect("person", person_id)
