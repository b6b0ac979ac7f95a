"""Lets people in or turns them away, by what the route declares (`groundswell.kernel.routes`).

The order is: signed in, at work in an organisation, agreement accepted, second factor used, right held.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from groundswell.accounts.second_factor import has_second_factor, used_second_factor
from groundswell.kernel.errors import NotAllowed
from groundswell.kernel.routes import Audience, Entry
from groundswell.orgs.rights import needs_second_factor
from groundswell.orgs.viewer import Viewer

Refusal = HttpResponse | None


def refusal(request: HttpRequest, entry: Entry | None) -> Refusal:
    """The answer for whoever may not come in, or None.

    Raises PermissionDenied for a member without the right, and for a route that declares nothing.
    """
    if entry is None:
        raise PermissionDenied("This route does not say who may use it.")
    if entry.audience not in {Audience.SIGNED_IN, Audience.MEMBER}:
        return None
    if not request.user.is_authenticated:
        return _sign_in(request)
    return _for_member(request, entry) if entry.audience is Audience.MEMBER else None


def _for_member(request: HttpRequest, entry: Entry) -> Refusal:
    viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]
    if viewer is None:
        return _go(request, "no_organisation")
    for step in (_agreement, _second_factor):
        if answer := step(request, viewer):
            return answer
    if entry.rights and not any(viewer.may(right) for right in entry.rights):  # type: ignore[arg-type]
        raise PermissionDenied(NotAllowed.message)
    return None


def _agreement(request: HttpRequest, viewer: Viewer) -> Refusal:
    return None if viewer.agreed else _go(request, "agreement")


def _second_factor(request: HttpRequest, viewer: Viewer) -> Refusal:
    if not needs_second_factor(viewer.roles) or used_second_factor(request):
        return None
    return _go(request, "mfa_reauthenticate" if has_second_factor(viewer.membership.user_id) else "mfa_index")


def _sign_in(request: HttpRequest) -> HttpResponse:
    return _leave(request, lambda back: redirect_to_login(back).url)


def _go(request: HttpRequest, name: str) -> HttpResponse:
    return _leave(request, lambda back: f"{reverse(name)}?{urlencode({'next': back})}")


def _leave(request: HttpRequest, address: Callable[[str], str]) -> HttpResponse:
    """Sends the whole page elsewhere, also when htmx asked for a part of it."""
    if request.htmx:  # type: ignore[attr-defined]
        answer = HttpResponse(status=204)
        answer["HX-Redirect"] = address("/")
        return answer
    return redirect(address(request.get_full_path() if request.method == "GET" else "/"))
