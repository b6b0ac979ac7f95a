from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from groundswell.audit.services.note_read import note_read
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.outreach.explanation import explain
from groundswell.outreach.why_form import WhyForm
from groundswell.people.access import get_person_for


@member_page(Right.SEE_PEOPLE)
def why(request: MemberRequest, person_id: UUID) -> HttpResponse:
    """ "Why can't I text Emil?" The whole page, or only the answer for htmx."""
    person = get_person_for(request.viewer, person_id)
    note_read(request.viewer, "person_why", [person.pk])
    channel, purpose = WhyForm(request.GET).asked()
    context = {
        "person": person,
        "explanation": explain(person, channel, purpose),
        "channel": channel,
        "purpose": purpose,
        "form": WhyForm(initial={"channel": channel, "purpose": purpose}),
    }
    return render(request, "outreach/why_answer.html" if request.htmx else "outreach/why.html", context)
