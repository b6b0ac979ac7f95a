import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from groundswell.kernel.logs import request_id
from groundswell.kernel.routes import is_for_machines

logger = logging.getLogger("groundswell.requests")


class RequestLogMiddleware:
    """Gives each request an id, and the log one line for it: the route, never the address or who asked.

    Addresses hold invitation tokens and what people search for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request_id.set(secrets.token_hex(6))
        started = time.monotonic()
        try:
            response = self.get_response(request)
            response["X-Request-Id"] = request_id.get()
            self._note(request, response, time.monotonic() - started)
            return response
        finally:
            request_id.reset(token)

    def _note(self, request: HttpRequest, response: HttpResponse, seconds: float) -> None:
        route = request.resolver_match.route if request.resolver_match else "(none)"
        line = {"method": request.method, "route": route, "status": response.status_code}
        level = logging.DEBUG if _is_everyday(request, response) else logging.INFO
        logger.log(level, "request", extra=line | {"milliseconds": round(seconds * 1000)})


def _is_everyday(request: HttpRequest, response: HttpResponse) -> bool:
    """Hundreds a second, each recorded as a text or a receipt anyway: not worth a line unless they fail."""
    match = request.resolver_match
    return response.status_code < 400 and match is not None and is_for_machines(match.func)
