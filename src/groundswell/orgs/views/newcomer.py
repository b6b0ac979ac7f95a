"""What an invitation and a join link share: a login, new or old, and one press of a button."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from groundswell.accounts.models import User
from groundswell.accounts.open_session import open_session
from groundswell.accounts.services.register_user import register_user
from groundswell.orgs.forms import NewLoginForm
from groundswell.orgs.models import Organisation

Join = Callable[[User], Any]


def answer(
    request: HttpRequest, *, template: str, shown: dict[str, Any], initial: Any, join: Join
) -> HttpResponse:
    """Shows the page to whoever opens the link; joins only on POST."""
    if request.method == "POST" and request.user.is_authenticated:
        join(request.user)
        return redirect("agreement")
    form = _form(request, initial)
    if request.method == "POST" and form.is_valid():
        return _register(request, form, shown["organisation"], join)
    shown = shown | {"form": form, "sign_in_url": f"{reverse('account_login')}?next={request.path}"}
    return render(request, template, shown, status=422 if form.errors else 200)


def _form(request: HttpRequest, initial: dict[str, str]) -> NewLoginForm:
    if request.method == "POST":
        return NewLoginForm(request.POST, with_passkey="passkey" in request.POST, label_suffix="")
    return NewLoginForm(initial=initial, label_suffix="")


def _register(
    request: HttpRequest, form: NewLoginForm, organisation: Organisation, join: Join
) -> HttpResponse:
    with transaction.atomic():
        user = register_user(
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            password=form.cleaned_data["password"],
            language=get_language() or organisation.language,
            time_zone=organisation.time_zone,
        )
        join(user)
    open_session(request, user)
    return redirect("mfa_add_webauthn" if form.with_passkey else "agreement")
