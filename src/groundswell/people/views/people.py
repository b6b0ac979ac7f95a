from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.forms import NewPersonForm
from groundswell.people.selectors import people_page
from groundswell.people.services import add_person
from groundswell.people.table_form import SearchForm, TableForm
from groundswell.ui.toasts import say


@member_page(Right.SEE_PEOPLE)
def people(request: MemberRequest) -> HttpResponse:
    form = TableForm(request.GET, viewer=request.viewer)
    query = form.query
    page = people_page(request.viewer, query, form.after_person)
    note_read(request.viewer, "people", [person.pk for person in page.people])
    return render(
        request,
        "people/people.html",
        {
            "form": form,
            "query": query,
            "page": page,
            "older_url": _older(request, page.after),
            "may_import": request.viewer.may(Right.IMPORT_PEOPLE),
            "may_change": request.viewer.may(Right.CHANGE_PEOPLE),
        },
    )


@member_page(Right.SEE_PEOPLE)
@require_POST
def search_people(request: MemberRequest) -> HttpResponse:
    """Leads to the table that answers, by an address that tells nothing."""
    address = SearchForm(request.POST, viewer=request.viewer).address
    return redirect(f"{reverse('people')}?{address}" if address else "people")


def _older(request: MemberRequest, after: UUID | None) -> str:
    if after is None:
        return ""
    wanted = request.GET.copy()
    wanted["after"] = str(after)
    return f"?{wanted.urlencode()}"


@member_page(Right.CHANGE_PEOPLE)
def new_person(request: MemberRequest) -> HttpResponse:
    form = NewPersonForm(request.POST or None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        viewer = request.viewer
        person = add_person(actor=viewer.actor, organisation=viewer.organisation, **form.cleaned_data)
        say(request, _("%(name)s is added.") % {"name": person.full_name or _("Somebody")})
        return redirect("person", person.public_id)
    status = 422 if form.is_bound else 200
    return render(request, "people/new_person.html", {"form": form}, status=status)
