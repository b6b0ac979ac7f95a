from django.conf import settings

from groundswell.accounts.models import User


def register_user(*, name: str, email: str, password: str, language: str, time_zone: str) -> User:
    """A new login. An empty password leaves only a passkey, which is set up next."""
    known = {code for code, _name in settings.LANGUAGES}
    return User.objects.create_user(
        email=email,
        name=name,
        password=password or None,
        language=language if language in known else settings.LANGUAGE_CODE,
        time_zone=time_zone,
    )
