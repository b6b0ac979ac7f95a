from django.http import HttpResponse
from django.shortcuts import render

from groundswell.kernel.routes import member_page
from groundswell.orgs.routes import MemberRequest
from groundswell.ui.today import lines_for


@member_page()
def today(request: MemberRequest) -> HttpResponse:
    return render(request, "web/today.html", {"lines": lines_for(request.viewer)})
