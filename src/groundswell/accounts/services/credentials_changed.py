from collections.abc import Callable

from django.db import transaction

from groundswell.accounts.services.end_sessions import end_sessions
from groundswell.kernel.registry import Registry

credential_listeners: Registry[Callable[[int], None]] = Registry("credential listener")
"""Called at once with a user's id, since whoever changes a password wants the thief out now, not soon."""


def credentials_changed(user_id: int, *, except_key: str | None) -> None:
    """After a new password or second factor: every other session and every device token ends."""
    with transaction.atomic():
        end_sessions(user_id, except_key=except_key)
        end_device_tokens(user_id)


def end_device_tokens(user_id: int) -> None:
    """Devices whose session goes on fetch a new token by themselves; the others stay out."""
    for listener in credential_listeners:
        listener(user_id)
