from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from groundswell.accounts.idle import sign_out_when_idle
from groundswell.kernel.routes import Audience, entry_of
from groundswell.orgs.rights import sees_many
from groundswell.orgs.selectors import viewer_of_user
from groundswell.web.access import refusal
from groundswell.web.foreign_routes import foreign_entry
from groundswell.web.language import remember_language, speak_to

CHOSEN_ORGANISATION = "organisation"
NEED_A_VIEWER = {Audience.SIGNED_IN, Audience.MEMBER}


class ViewerMiddleware:
    """Sets `request.viewer` where the route needs one, and turns away whoever may not come in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = None  # type: ignore[attr-defined]
        with timezone.override(None):
            response = self.get_response(request)
        if getattr(request, "viewer", None):
            remember_language(request, response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        entry = entry_of(view) or foreign_entry(request.resolver_match)
        if entry and entry.audience in NEED_A_VIEWER and request.user.is_authenticated:
            viewer = viewer_of_user(request.user, request.session.get(CHOSEN_ORGANISATION))
            sign_out_when_idle(request, sees_many=bool(viewer and sees_many(viewer.roles)))
            request.viewer = viewer if request.user.is_authenticated else None  # type: ignore[attr-defined]
            speak_to(request)
            if viewer:
                timezone.activate(viewer.organisation.time_zone)
        return refusal(request, entry)
