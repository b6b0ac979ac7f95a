from django.contrib.sessions.models import Session
from django.db import transaction

from groundswell.accounts.models import SignIn


def end_session(*, sign_in: SignIn) -> None:
    """Signs one device out: at its next request it has to sign in again."""
    with transaction.atomic():
        Session.objects.filter(session_key=sign_in.session_key).delete()
        sign_in.delete()
