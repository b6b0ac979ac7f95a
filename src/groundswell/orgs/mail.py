from django.conf import settings


def mail_is_configured() -> bool:
    """Without outgoing mail invitations still work, as links."""
    return not settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")
