from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import HttpRequest

from groundswell.accounts.models import User


def open_session(request: HttpRequest, user: User) -> None:
    """Signs in somebody whose login was made a moment ago, who need not prove it again to add a passkey."""
    login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
    record_authentication(request, user, method="password", reauthenticated=True)
