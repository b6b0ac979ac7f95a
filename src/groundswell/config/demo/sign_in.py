"""One-tap sign-in for the demo's personas. These routes exist in demo mode only."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from groundswell.accounts.models import User
from groundswell.accounts.second_factor import DEMO_PERSONA
from groundswell.config.demo.personas import PERSONAS, persona_by_key
from groundswell.kernel.routes import public_page

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@public_page
def demo_personas(request: HttpRequest) -> HttpResponse:
    return render(request, "demo/personas.html", {"personas": PERSONAS})


@public_page
def demo_sign_in(request: HttpRequest, key: str) -> HttpResponse:
    """Shows one button; pressing it signs in."""
    persona = persona_by_key(key)
    if persona is None:
        raise Http404
    if request.method != "POST":
        return render(request, "demo/personas.html", {"personas": [persona]})
    login(request, User.objects.get(email=persona.email), backend=BACKEND)
    request.session[DEMO_PERSONA] = persona.key
    return redirect("/")


urlpatterns = [
    path("", demo_personas, name="demo_personas"),
    path("<slug:key>/", demo_sign_in, name="demo_sign_in"),
]
