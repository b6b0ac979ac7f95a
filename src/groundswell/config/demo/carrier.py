"""Where the demo's simulated carrier listens, and what it shares with Groundswell."""

import os
import secrets
from pathlib import Path

from groundswell.config.installation import write_private
from groundswell.config.processes import ProcessGroup

PORT, SECRET = "SIMULATOR_PORT", "SIMULATOR_SECRET"


def describe_carrier(home: Path, web_port: int) -> None:
    """Puts the carrier's port and secret in the environment, for the world's maker and the processes."""
    kept = home / "carrier.secret"
    if not kept.exists():
        write_private(kept, secrets.token_urlsafe(24))
    os.environ |= {PORT: str(web_port + 1), SECRET: kept.read_text()}


def carrier_address() -> str:
    return f"http://127.0.0.1:{os.environ[PORT]}"


def follow_port() -> None:
    """The demo may have moved to another port since its world was made."""
    from groundswell.outreach.models import ProviderConnection

    ProviderConnection.objects.filter(gateway="simulator").update(address=carrier_address())


def add_carrier(group: ProcessGroup) -> None:
    group.add("simulated carrier", "groundswell.gateways.simulator", "--port", os.environ[PORT])
