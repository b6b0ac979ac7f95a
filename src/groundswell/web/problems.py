"""What went wrong, said in plain words: never a stack trace, never a person's data."""

import json
import logging
import re
import sys
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from groundswell.kernel.errors import DomainError, TooBusy
from groundswell.kernel.logs import request_id
from groundswell.kernel.routes import is_for_machines

logger = logging.getLogger(__name__)
BUSY_SIGNS = (
    "locked",
    "full",
    "no space left",
    "too many",
    "timeout",
    "connect",
    "deadlock",
    "recovery mode",
)
NEVER_REPEATED = re.compile(r"csrfmiddlewaretoken|password|(^|_)code$|token|secret|credential")


class ProblemMiddleware:
    """Turns a DomainError, or a database that cannot take more, into the answer it deserves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        known = as_domain_error(error)
        return problem(request, known) if known else None


def as_domain_error(error: BaseException | None) -> DomainError | None:
    """The error itself, TooBusy for a database that cannot take more now, or None for a mistake of ours."""
    if isinstance(error, OperationalError | InterfaceError) and _is_busy(error):
        logger.warning("The database is busy", exc_info=error)
        return TooBusy()
    return error if isinstance(error, DomainError) else None


def problem(request: HttpRequest, error: DomainError) -> HttpResponse:
    """As JSON for a device, as a passing line for a part of a page, as a page for anybody else."""
    message = str(error.message)
    if _wants_json(request):
        return JsonResponse({"error": error.code, "message": message}, status=error.status)
    if getattr(request, "htmx", False):
        return _line(message, error.status)
    return _page(request, error.status, _("That did not work"), message, typed=_typed(request, error))


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    text = _("It may have moved, or it may not be yours to see.")
    return _answer(request, 404, "NotFound", _("There is nothing here"), text)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("Ask whoever runs your organisation.")
    return _answer(request, 403, "NotAllowed", _("This is not for your role"), text)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("Your browser asked for something that makes no sense here.")
    return _answer(request, 400, "BadRequest", _("That could not be read"), text)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent from a page that was open too long, or from elsewhere (CSRF)."""
    text = _("Go back, reload the page and send it again.")
    return _answer(request, 403, "FormExpired", _("This page was open too long"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    """Also for what broke outside a view, such as a session that could not be saved."""
    known = as_domain_error(sys.exc_info()[1])
    if known:
        return problem(request, known)
    text = _("Something broke on our side. What was saved before is still there.")
    return _answer(request, 500, "Broken", _("That did not work"), text)


def _answer(request: HttpRequest, status: int, code: str, title: str, text: str) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"error": code, "message": f"{title}. {text}"}, status=status)
    if getattr(request, "htmx", False):
        return _line(f"{title}. {text}", status)
    return _page(request, status, title, text)


def _line(message: str, status: int) -> HttpResponse:
    """htmx leaves the page and what was typed as they are; toasts.js says the line."""
    answer = HttpResponse(message, status=status, content_type="text/plain; charset=utf-8")
    answer["HX-Reswap"] = "none"
    answer["HX-Trigger"] = json.dumps({"problem": {"words": message}})
    return answer


def _page(
    request: HttpRequest, status: int, title: str, text: str, typed: list[tuple[str, str]] | None = None
) -> HttpResponse:
    shown = {
        "title": title,
        "text": text,
        "error_id": request_id.get() if status >= 500 else "",
        "back_url": _back(request),
        "typed": typed,
    }
    try:
        return render(request, "ui/problem.html", shown, status=status)
    except DatabaseError:  # the page's own frame wants to know who is signed in, which cannot be told now
        return render(None, "ui/problem_bare.html", shown, status=status)


def _typed(request: HttpRequest, error: DomainError) -> list[tuple[str, str]] | None:
    """What was sent, to be sent again with one press, when only the moment was wrong."""
    if not isinstance(error, TooBusy) or request.method != "POST" or request.FILES:
        return None
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not NEVER_REPEATED.search(name)
        for value in values
    ]


def _back(request: HttpRequest) -> str:
    return request.path if request.method == "POST" and request.resolver_match else ""


def _wants_json(request: HttpRequest) -> bool:
    view = request.resolver_match.func if request.resolver_match else None
    return bool(view and is_for_machines(view)) or "application/json" in request.headers.get("Accept", "")


def _is_busy(error: DatabaseError | InterfaceError) -> bool:
    words = str(error).lower()
    return any(sign in words for sign in BUSY_SIGNS)
