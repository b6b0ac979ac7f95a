"""The door of the device API: token in, JSON in and out, errors as words. No session, no cookie."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from groundswell.kernel.errors import BadInput, DomainError
from groundswell.kernel.routes import device_endpoint
from groundswell.texting.access import Device, get_device_for
from groundswell.texting.tokens import DeviceToken

MOST_BYTES = 100_000


class DeviceRequest(HttpRequest):
    """A request with a living token and a JSON object (empty for GET)."""

    token: DeviceToken
    sent: dict[str, Any]


def device_call(method: str) -> Callable[[Callable[..., Any]], Callable[..., JsonResponse]]:
    """Wraps a function that answers with a dictionary; its first argument is the `DeviceRequest`."""

    def wrap(view: Callable[..., Any]) -> Callable[..., JsonResponse]:
        @wraps(view)
        def answer(request: DeviceRequest, **named: Any) -> JsonResponse:
            if request.method != method:
                return JsonResponse({}, status=405, headers={"Allow": method})
            try:
                request.token = _read_token(request)
                request.sent = _read_json(request) if method == "POST" else {}
                return _json(view(request, **named))
            except DomainError as error:
                return _json(in_words(error), status=error.status)

        return device_endpoint(answer)

    return wrap


def device_of(request: DeviceRequest) -> Device:
    return get_device_for(request.token)


def in_words(error: DomainError) -> dict[str, Any]:
    return {"error": error.code, "message": str(error.message), **error.details}


def _read_token(request: HttpRequest) -> DeviceToken:
    return DeviceToken.read(request.META.get("HTTP_AUTHORIZATION", "").removeprefix("Device "))


def _read_json(request: HttpRequest) -> dict[str, Any]:
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            raise ValueError
        sent = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        raise BadInput(_("The device sent something we cannot read. Nothing was changed.")) from None
    if not isinstance(sent, dict):
        raise BadInput(_("The device sent something we cannot read. Nothing was changed."))
    return sent


def _json(content: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
