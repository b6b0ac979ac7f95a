from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from groundswell.kernel.routes import public_page
from groundswell.orgs.selectors import open_invitation
from groundswell.orgs.services.accept_invitation import accept_invitation
from groundswell.orgs.views.newcomer import answer


@public_page
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Opening a personal link shows it; only a person pressing the button accepts it."""
    found = open_invitation(token)
    return answer(
        request,
        template="orgs/invitation.html",
        shown={"invitation": found, "organisation": found.organisation},
        initial={"name": found.name, "email": found.email},
        join=lambda user: accept_invitation(user=user, token=token),
    )
