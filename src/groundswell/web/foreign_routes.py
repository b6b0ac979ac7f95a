"""Who may use the routes of libraries, which cannot carry our mark."""

from django.urls import ResolverMatch

from groundswell.kernel.routes import Audience, Entry

PUBLIC = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
}
SIGNED_IN = {
    "account_reauthenticate",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_edit_webauthn",
}


# Closed on purpose: Groundswell has one address per login and no sign-up; see accounts/adapter.py.
CLOSED = {
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_confirm_login_code",
}


def foreign_entry(match: ResolverMatch | None) -> Entry | None:
    """The entry of a library's route; None, which is closed, when it is not one of those we let through."""
    return entry_by_name(match.url_name) if match else None


def entry_by_name(name: str | None) -> Entry | None:
    if name in PUBLIC:
        return Entry(Audience.PUBLIC)
    return Entry(Audience.SIGNED_IN) if name in SIGNED_IN else None
