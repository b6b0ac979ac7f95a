from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from groundswell.kernel.routes import public_page
from groundswell.ui.guide import PAGES, SampleViewer, samples


@public_page
def guide(request: HttpRequest, page: str = "components") -> HttpResponse:
    """The living style guide: every component in every state, with invented people."""
    if page not in PAGES:
        raise Http404
    request.viewer = SampleViewer()  # type: ignore[attr-defined]
    return render(request, f"ui/guide/{page}.html", samples(request))


@public_page
def guide_work(request: HttpRequest) -> HttpResponse:
    """Long work that is always half done."""
    return render(request, "ui/guide/work.html", samples(request))
