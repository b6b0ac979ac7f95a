"""How often signing in was tried: counted in the database, so that every process slows down as one."""

from django.utils.crypto import salted_hmac


def hidden_key(key: str, prefix: str, version: int) -> str:
    """The counter's name tells neither the login nor the network address it counts for."""
    name = f"{prefix}:{version}:{key}"
    return salted_hmac("groundswell.accounts.tries", name, algorithm="sha256").hexdigest()
