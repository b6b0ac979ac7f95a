from django.contrib.sessions.models import Session

from groundswell.accounts.models import SignIn


def end_sessions(user_id: int, *, except_key: str | None = None) -> int:
    """Signs somebody out everywhere, but for the session that asks; returns how many ended."""
    ended = SignIn.objects.filter(user_id=user_id).exclude(session_key=except_key)
    keys = list(ended.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    ended.delete()
    return len(keys)
