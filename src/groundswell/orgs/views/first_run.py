from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from groundswell.kernel.routes import signed_in_page
from groundswell.orgs.first_run_form import FirstRunForm
from groundswell.orgs.models import Organisation
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.services.start_organisation import start_organisation


@signed_in_page
def first_run(request: MemberRequest) -> HttpResponse:
    """On a new installation its owner makes the organisation and pastes the branches."""
    if Organisation.objects.exists():
        return redirect("today")
    if not request.user.runs_server:
        raise PermissionDenied
    form = FirstRunForm(request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        start_organisation(owner=request.user, **form.cleaned_data)
        return redirect("today")
    return render(request, "orgs/first_run.html", {"form": form}, status=422 if form.errors else 200)
