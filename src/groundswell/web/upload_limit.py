from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from groundswell.kernel.errors import DomainError
from groundswell.web.problems import problem

MOST_BYTES = 50_000_000


class TooLarge(DomainError):
    status = 413


class UploadLimitMiddleware:
    """Turns away what nobody here needs, before a byte of it is written anywhere.

    Forms say their own, lower limit in words; this one holds for strangers and for every page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or len(length) > 12 or int(length) > MOST_BYTES:
            megabytes = MOST_BYTES // 1_000_000
            return problem(
                request,
                TooLarge(
                    _("That is more than %(n)s MB. Nothing was taken in: send less at once.")
                    % {"n": megabytes}
                ),
            )
        return self.get_response(request)
