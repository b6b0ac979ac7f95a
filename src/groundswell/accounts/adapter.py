from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import get_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from groundswell.accounts.models import User
from groundswell.accounts.services.credentials_changed import end_device_tokens
from groundswell.kernel.sealed import seal, unseal

LABEL = "second factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves: logins come from invitations and join links."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def logout(self, request: HttpRequest) -> None:
        """Whoever signs out leaves no texting token behind; one that lies idle is another matter."""
        user_id = request.user.pk
        super().logout(request)
        if user_id:
            end_device_tokens(user_id)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords slow down whoever types them: a stranger elsewhere locks nobody out."""
        return f"{get_ip(request)}:{credentials.get('email', '').lower()}"

    def get_user_search_fields(self) -> list[str]:
        return ["email"]


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps and recovery codes are sealed in the database."""

    def encrypt(self, text: str) -> str:
        return seal(LABEL, text).hex()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(LABEL, bytes.fromhex(encrypted_text))

    def get_totp_label(self, user: User) -> str:
        return user.email

    def _get_site_name(self) -> Any:
        return "Groundswell"
