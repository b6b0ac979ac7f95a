from django.contrib.sessions.models import Session
from django.db import transaction

from groundswell.accounts.models import SignIn
from groundswell.accounts.services.credentials_changed import end_device_tokens


def end_session(*, sign_in: SignIn) -> None:
    """Signs one device out at once: what it holds besides the session, such as a texting token, ends too."""
    with transaction.atomic():
        Session.objects.filter(session_key=sign_in.session_key).delete()
        sign_in.delete()
        end_device_tokens(sign_in.user_id)
