from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from groundswell.kernel.routes import public_page
from groundswell.orgs.selectors import open_join_link
from groundswell.orgs.services.ask_to_join import ask_to_join
from groundswell.orgs.views.newcomer import answer


@public_page
@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """A branch's link: whoever opens it may ask to help, and then waits for the branch's yes."""
    link = open_join_link(token)
    return answer(
        request,
        template="orgs/join.html",
        shown={"link": link, "organisation": link.organisation},
        initial={},
        join=lambda user: ask_to_join(user=user, token=token),
    )
