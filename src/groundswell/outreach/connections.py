"""Connections to providers, opened once per process and kept until their settings change."""

import threading
from dataclasses import dataclass
from time import monotonic
from uuid import UUID

from django.conf import settings
from django.shortcuts import get_object_or_404

from groundswell.gateways.sms.contract import SmsConnection
from groundswell.gateways.sms.registry import sms_gateways
from groundswell.outreach.credentials import read_credentials
from groundswell.outreach.models import ProviderConnection

KEPT_SECONDS = 5.0


@dataclass(frozen=True)
class _Opened:
    version: object
    connection: SmsConnection


_asked_for: dict[UUID, tuple[float, ProviderConnection]] = {}
_opened: dict[int, _Opened] = {}
_lock = threading.Lock()


def open_connection(provider: ProviderConnection) -> SmsConnection:
    """The connection in use for this account; safe to call for every text."""
    kept = _opened.get(provider.id)
    version = _version(provider)
    if kept is None or kept.version != version:
        kept = _open_anew(provider, version)
    return kept.connection


def connection_of_webhook(public_id: UUID) -> ProviderConnection:
    """The account a webhook is for, looked up anew every few seconds. Raises Http404."""
    kept = _asked_for.get(public_id)
    if kept is None or monotonic() - kept[0] > KEPT_SECONDS:
        kept = _asked_for[public_id] = (
            monotonic(),
            get_object_or_404(ProviderConnection, public_id=public_id),
        )
    return kept[1]


def forget_connection(provider: ProviderConnection) -> None:
    """After a change: this process sees it at once, others within seconds."""
    _asked_for.pop(provider.public_id, None)


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
