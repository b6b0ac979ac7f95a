"""What an account with a provider needs: its secrets, sealed, and where it is."""

import json
from collections.abc import Mapping

from django.conf import settings

from groundswell.gateways.network import check_provider_address
from groundswell.gateways.simulator.inprocess import PREFIX
from groundswell.kernel.fields import Sealed
from groundswell.outreach.models import ProviderConnection


def seal_credentials(values: Mapping[str, str]) -> Sealed:
    return Sealed.of("provider-credentials", json.dumps(dict(values)))


def read_credentials(provider: ProviderConnection) -> dict[str, str]:
    """What was typed when connecting; opened only to speak to the provider."""
    sealed: Sealed | None = provider.credentials
    return dict(json.loads(sealed.open())) if sealed else {}


def check_address(address: str) -> None:
    """Raises AddressNotAllowed; the usual place of a provider needs no check."""
    if address and not (practice_is_allowed() and address.startswith(PREFIX)):
        check_provider_address(address)


def practice_is_allowed() -> bool:
    """Simulated carriers exist in a demo and in tests, never on a real installation."""
    return settings.MODE != "site"
