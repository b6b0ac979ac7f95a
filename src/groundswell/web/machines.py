"""The short way in for devices and providers, who come hundreds a second."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation

from groundswell.kernel.routes import is_for_machines
from groundswell.web.problems import as_domain_error, problem

PATHS = ("/t/api/", "/hooks/")


class MachineMiddleware:
    """Answers device and webhook routes here: they have no session, no cookie, no form and no page.

    What stands behind this in the list costs such a request more than its own work does. Their views check
    the device token or the signature themselves; everything else goes the long way.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        found = _machine_route(request)
        if found is None:
            return self.get_response(request)
        request.resolver_match = found
        request.get_host()  # refuses a host that is not ours
        translation.activate(translation.get_language_from_request(request))
        response = _answer(found, request)
        response.headers["Content-Length"] = str(len(response.content))
        response.headers["Content-Language"] = translation.get_language()
        response.headers["X-Frame-Options"] = settings.X_FRAME_OPTIONS
        return response


def _machine_route(request: HttpRequest) -> ResolverMatch | None:
    if not request.path_info.startswith(PATHS):
        return None
    try:
        found = resolve(request.path_info)
    except Resolver404:
        return None
    return found if is_for_machines(found.func) else None


def _answer(found: ResolverMatch, request: HttpRequest) -> HttpResponse:
    try:
        response: HttpResponse = found.func(request, *found.args, **found.kwargs)
        return response
    except Exception as error:
        known = as_domain_error(error)
        if known is None:
            raise
        return problem(request, known)
