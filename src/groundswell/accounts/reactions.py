"""What follows on signing in and on changed credentials; Django and allauth announce these by signals."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.http import HttpRequest

from groundswell.accounts.devices import device_name
from groundswell.accounts.models import SignIn, User
from groundswell.accounts.services.credentials_changed import credentials_changed
from groundswell.kernel.clock import now

CREDENTIAL_SIGNALS = [
    account_signals.password_changed,
    account_signals.password_set,
    account_signals.password_reset,
    mfa_signals.authenticator_added,
    mfa_signals.authenticator_removed,
    mfa_signals.authenticator_reset,
]


@receiver(user_logged_in)
def note_sign_in(sender: Any, request: HttpRequest, user: User, **_rest: Any) -> None:
    if request.session.session_key is None:
        request.session.save()
    SignIn.objects.update_or_create(
        session_key=request.session.session_key,
        defaults={
            "user": user,
            "at": now(),
            "device": device_name(request.META.get("HTTP_USER_AGENT", "")),
        },
    )


@receiver(user_logged_out)
def forget_sign_in(sender: Any, request: HttpRequest, **_rest: Any) -> None:
    SignIn.objects.filter(session_key=request.session.session_key).delete()


@receiver(CREDENTIAL_SIGNALS)
def end_what_the_old_credentials_opened(sender: Any, request: HttpRequest, user: User, **_rest: Any) -> None:
    """Django renews the session of whoever changes a password, so its row here follows."""
    if request.user.is_authenticated and request.session.session_key:
        note_sign_in(sender, request=request, user=user)
    credentials_changed(user.id, except_key=request.session.session_key)


@receiver(mfa_signals.authenticator_added)
def trust_the_session_that_set_it_up(
    sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **_rest: Any
) -> None:
    """Setting up a second factor proves it as well as using it does."""
    record_authentication(request, user, method="mfa", type=authenticator.type, id=authenticator.pk)


@receiver(post_migrate)
def make_table_of_tries(sender: Any, using: str, **_rest: Any) -> None:
    """Migrations know models only, and the counters of tries have none."""
    if sender.name == "groundswell.accounts":
        call_command("createcachetable", database=using, verbosity=0)
