"""Connections to providers, opened once per process and kept until their settings change."""

import threading
from dataclasses import dataclass

from django.conf import settings

from groundswell.gateways.sms.contract import SmsConnection
from groundswell.gateways.sms.registry import sms_gateways
from groundswell.outreach.credentials import read_credentials
from groundswell.outreach.models import ProviderConnection


@dataclass(frozen=True)
class _Opened:
    version: object
    connection: SmsConnection


_opened: dict[int, _Opened] = {}
_lock = threading.Lock()


def open_connection(provider: ProviderConnection) -> SmsConnection:
    """The connection in use for this account; safe to call for every text."""
    kept = _opened.get(provider.id)
    version = _version(provider)
    if kept is None or kept.version != version:
        kept = _open_anew(provider, version)
    return kept.connection


def hooks_address(provider: ProviderConnection) -> str:
    """Where the provider tells us what happened."""
    return f"{settings.PUBLIC_ADDRESS}/hooks/{provider.public_id}"


def _open_anew(provider: ProviderConnection, version: object) -> _Opened:
    """The old one is not closed: another thread may be waiting for its answer."""
    with _lock:
        kept = _opened.get(provider.id)
        if kept is None or kept.version != version:
            kept = _opened[provider.id] = _Opened(version, _connect(provider))
    return kept


def _connect(provider: ProviderConnection) -> SmsConnection:
    return sms_gateways.get(provider.gateway).connect(
        provider.settings,
        read_credentials(provider),
        address=provider.address,
        hooks=hooks_address(provider),
    )


def _version(provider: ProviderConnection) -> object:
    credentials = provider.credentials
    sealed = getattr(credentials, "blob", credentials)
    return provider.public_id, provider.gateway, provider.address, tuple(provider.settings.items()), sealed
