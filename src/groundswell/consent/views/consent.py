from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.audit.services.note_read import note_read
from groundswell.consent.access import get_hold_for
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.forms import ConsentForm
from groundswell.consent.models import Hold
from groundswell.consent.services import decide_hold, record_consent
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.people.access import get_person_for
from groundswell.ui.toasts import say


@member_page(Right.DECIDE_CONSENT)
def consent(request: MemberRequest, person_id: UUID) -> HttpResponse:
    """Notes what somebody told us, with the evidence."""
    person = get_person_for(request.viewer, person_id, Right.DECIDE_CONSENT)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        record_consent(
            actor=request.viewer.actor,
            person=person,
            channel=Channel(said["channel"]),
            purpose=Purpose(said["purpose"]),
            status=ConsentStatus(said["status"]),
            basis=Basis(said["basis"]),
            evidence=said["evidence"],
        )
        say(request, _("Noted in the ledger."))
        return redirect("person", person.public_id)
    note_read(request.viewer, "person_consent", [person.pk])
    context = {"person": person, "form": form}
    return render(request, "consent/consent.html", context, status=422 if form.is_bound else 200)


@member_page(Right.DECIDE_HOLDS)
@require_POST
def decide(request: MemberRequest, person_id: UUID, channel: str) -> HttpResponse:
    """Somebody read the words that only sounded like a stop."""
    person, hold = get_hold_for(request.viewer, person_id, channel)
    decision = Hold.Decision.STOP if request.POST.get("decision") == "stop" else Hold.Decision.GO_ON
    decide_hold(actor=request.viewer.actor, hold=hold, decision=decision)
    say(request, _("Decided: %(decision)s.") % {"decision": decision.label})
    return redirect("person", person.public_id)
