from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.access import groups_of_people_for, tags_for
from groundswell.people.forms import NewPersonForm
from groundswell.people.selectors import PeopleQuery, people_page
from groundswell.people.services import add_person
from groundswell.people.table_form import TableForm
from groundswell.ui.toasts import say


@member_page(Right.SEE_PEOPLE)
def people(request: MemberRequest) -> HttpResponse:
    form = TableForm(request.GET, groups=groups_of_people_for(request.viewer), tags=tags_for(request.viewer))
    query = form.query if form.is_valid() else PeopleQuery()
    page = people_page(request.viewer, query, form.after_person if form.is_valid() else None)
    note_read(request.viewer, "people", [person.pk for person in page.people])
    return render(
        request,
        "people/people.html",
        {"form": form, "query": query, "page": page, "older_url": _older(request, page.after)},
    )


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
