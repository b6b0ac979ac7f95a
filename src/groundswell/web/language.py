"""The language of a signed-in person's profile wins over what the browser asks for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def speak_to(request: HttpRequest) -> None:
    """From here on this request speaks the language of the profile."""
    language = getattr(request.user, "language", "")
    if language in dict(settings.LANGUAGES):
        translation.activate(language)
        request.LANGUAGE_CODE = language


def remember_language(request: HttpRequest, response: HttpResponse) -> None:
    """On the device too: for its requests that carry no session, and for the sign-in page."""
    spoken = getattr(request, "LANGUAGE_CODE", "")
    if spoken and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != spoken:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            spoken,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        )
