"""Whether a session was opened with more than a password."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

DEMO_PERSONA = "demo_persona"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user_id: int) -> bool:
    return bool(Authenticator.objects.filter(user_id=user_id, type__in=FACTORS).exists())


def used_second_factor(request: HttpRequest) -> bool:
    """True after a passkey or a code; the demo's personas, who sign in by a link, are exempt."""
    if settings.MODE == "demo" and request.session.get(DEMO_PERSONA):
        return True
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)
