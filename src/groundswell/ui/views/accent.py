from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from groundswell.kernel.routes import public_page
from groundswell.ui.accent import accent_from, accent_stylesheet

A_YEAR = 31_536_000


@public_page
@cache_control(public=True, immutable=True, max_age=A_YEAR)
def accent(request: HttpRequest, colour: str) -> HttpResponse:
    """The stylesheet of one accent colour: the address says it all, so it never goes stale."""
    corrected = accent_from(colour)
    if corrected is None:
        raise Http404
    return HttpResponse(accent_stylesheet(corrected), content_type="text/css; charset=utf-8")
