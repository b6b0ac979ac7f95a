from django.http import HttpResponse
from django.shortcuts import redirect, render

from groundswell.kernel.routes import signed_in_page
from groundswell.orgs.models import Organisation
from groundswell.orgs.routes import MemberRequest


@signed_in_page
def no_organisation(request: MemberRequest) -> HttpResponse:
    """For whoever belongs nowhere: the owner of a new installation starts, anybody else learns why."""
    if request.user.runs_server and not Organisation.objects.exists():
        return redirect("first_run")
    return render(request, "web/no_organisation.html")
