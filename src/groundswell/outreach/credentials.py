import json
from collections.abc import Mapping

from groundswell.kernel.fields import Sealed
from groundswell.outreach.models import ProviderConnection


def seal_credentials(values: Mapping[str, str]) -> Sealed:
    return Sealed.of("provider-credentials", json.dumps(dict(values)))


def read_credentials(provider: ProviderConnection) -> dict[str, str]:
    """What was typed when connecting; opened only to speak to the provider."""
    sealed: Sealed | None = provider.credentials
    return dict(json.loads(sealed.open())) if sealed else {}
