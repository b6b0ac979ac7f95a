from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from groundswell.kernel.routes import signed_in_page


@signed_in_page
def no_organisation(request: HttpRequest) -> HttpResponse:
    return render(request, "web/no_organisation.html")
