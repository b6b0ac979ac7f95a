from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from groundswell.kernel.routes import signed_in_page
from groundswell.orgs.forms import QuestionsForm
from groundswell.orgs.models import Agreement
from groundswell.orgs.plain_text import blocks_of
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.selectors import newest_agreement
from groundswell.orgs.services.accept_agreement import accept_agreement


@signed_in_page
def agreement(request: MemberRequest) -> HttpResponse:
    """The agreement in plain words, and three questions on it, before any person is shown."""
    version = newest_agreement(request.viewer.organisation) if request.viewer else None
    if version is None:
        return redirect("today")
    language = _language_of(version, request.viewer.organisation.language)
    form = QuestionsForm(version.questions.get(language, []), request.POST or None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        accept_agreement(viewer=request.viewer, agreement=version, language=language)
        return redirect(_next(request))
    shown = {"form": form, "blocks": blocks_of(version.bodies[language]), "version": version}
    return render(request, "orgs/agreement.html", shown, status=422 if form.errors else 200)


def _language_of(version: Agreement, fallback: str) -> str:
    for language in (get_language() or "", fallback, "en"):
        if language in version.bodies:
            return language
    return str(next(iter(version.bodies)))


def _next(request: HttpRequest) -> str:
    address = request.GET.get("next", "")
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else "/"
