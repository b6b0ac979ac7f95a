"""What went wrong, said in plain words: never a stack trace, never a person's data."""

import logging
import secrets
from collections.abc import Callable

from django.db import DatabaseError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from groundswell.kernel.errors import DomainError, TooBusy
from groundswell.kernel.routes import Audience, entry_of

logger = logging.getLogger(__name__)
BUSY_SIGNS = ("locked", "disk is full", "no space left", "too many connections", "timeout", "connection")


class ProblemMiddleware:
    """Turns a DomainError, or a database that cannot take more, into the answer it deserves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, DatabaseError) and _is_busy(error):
            logger.warning("The database is busy", exc_info=error)
            error = TooBusy()
        return problem(request, error) if isinstance(error, DomainError) else None


def problem(request: HttpRequest, error: DomainError) -> HttpResponse:
    """As JSON for a device, as one line for a part of a page, as a page for anybody else."""
    if _wants_json(request):
        return JsonResponse({"error": error.code, "message": str(error.message)}, status=error.status)
    if getattr(request, "htmx", False):
        answer = HttpResponse(str(error.message), status=error.status, content_type="text/plain")
        answer["HX-Reswap"] = "none"
        return answer
    return _page(request, error.status, _("That did not work"), str(error.message))


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    return _page(
        request, 404, _("There is nothing here"), _("It may have moved, or it may not be yours to see.")
    )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"error": "NotAllowed", "message": str(exception)}, status=403)
    return _page(request, 403, _("This is not for your role"), _("Ask whoever runs your organisation."))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent from a page that was open too long, or from elsewhere (CSRF)."""
    return _page(
        request, 403, _("This page was open too long"), _("Go back, reload the page and send it again.")
    )


def server_error(request: HttpRequest) -> HttpResponse:
    error_id = secrets.token_hex(4)
    logger.error("Error %s was shown", error_id)
    text = _("Something broke on our side. What was saved before is still there.")
    return _page(request, 500, _("That did not work"), text, error_id=error_id)


def _page(request: HttpRequest, status: int, title: str, text: str, error_id: str = "") -> HttpResponse:
    shown = {"title": title, "text": text, "error_id": error_id, "back_url": _back(request)}
    return render(request, "ui/problem.html", shown, status=status)


def _back(request: HttpRequest) -> str:
    return request.path if request.method == "POST" and request.resolver_match else ""


def _wants_json(request: HttpRequest) -> bool:
    view = request.resolver_match.func if request.resolver_match else None
    entry = entry_of(view) if view else None
    is_machine = entry is not None and entry.audience in {Audience.DEVICE, Audience.WEBHOOK}
    return is_machine or "application/json" in request.headers.get("Accept", "")


def _is_busy(error: DatabaseError) -> bool:
    words = str(error).lower()
    return isinstance(error, OperationalError) and any(sign in words for sign in BUSY_SIGNS)
