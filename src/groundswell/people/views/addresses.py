from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groundswell.audit.services.note_read import note_read
from groundswell.history.models import Changeset
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.access import get_person_for
from groundswell.people.forms import EmailForm, PhoneForm
from groundswell.people.models import Person
from groundswell.people.selectors import addresses_of
from groundswell.people.services import set_email, set_phone
from groundswell.people.undoing import offer_undo


@member_page(Right.SEE_PEOPLE)
def show_addresses(request: MemberRequest, person_id: UUID) -> HttpResponse:
    """Numbers in full, for whoever asked to see them; that they did is on record."""
    person = get_person_for(request.viewer, person_id)
    note_read(request.viewer, "person_addresses", [person.pk])
    addresses = addresses_of(person, masked=False)
    return render(request, "people/addresses.html", {"person": person, "addresses": addresses, "open": True})


@member_page(Right.CHANGE_PEOPLE)
def change_phone(request: MemberRequest, person_id: UUID) -> HttpResponse:
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    form = PhoneForm(request.POST or None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        return _done(
            request, person, set_phone(actor=request.viewer.actor, person=person, **form.cleaned_data)
        )
    return _ask(request, person, form, _("New number"))


@member_page(Right.CHANGE_PEOPLE)
def change_email(request: MemberRequest, person_id: UUID) -> HttpResponse:
    person = get_person_for(request.viewer, person_id, Right.CHANGE_PEOPLE)
    form = EmailForm(request.POST or None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        return _done(
            request, person, set_email(actor=request.viewer.actor, person=person, **form.cleaned_data)
        )
    return _ask(request, person, form, _("New e-mail address"))


def _ask(request: MemberRequest, person: Person, form: Any, title: str) -> HttpResponse:
    note_read(request.viewer, "person_address", [person.pk])
    context = {"form": form, "person": person, "title": title, "addresses": addresses_of(person)}
    return render(request, "people/change_address.html", context, status=422 if form.is_bound else 200)


def _done(request: MemberRequest, person: Person, changeset: Changeset | None) -> HttpResponse:
    offer_undo(request, person, changeset, _("Saved."))
    return redirect("person", person.public_id)
