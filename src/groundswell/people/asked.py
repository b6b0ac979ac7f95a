"""What somebody searched for, sealed: no name, number or address stands in a URL, a log or a history."""

import base64
import binascii

from cryptography.exceptions import InvalidTag

from groundswell.kernel.sealed import seal, unseal
from groundswell.orgs.viewer import Viewer

LONGEST = 100


def token_of(viewer: Viewer, text: str) -> str:
    """For this member alone; nobody else can open it. Nothing for nothing."""
    text = text.strip()[:LONGEST]
    return base64.urlsafe_b64encode(seal(_label(viewer), text)).decode().rstrip("=") if text else ""


def text_of(viewer: Viewer, token: str) -> str:
    """What was searched for; nothing when the token cannot be read."""
    try:
        sealed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return unseal(_label(viewer), sealed)
    except (InvalidTag, KeyError, IndexError, ValueError, binascii.Error):
        return ""


def _label(viewer: Viewer) -> str:
    return f"people.search:{viewer.membership_id}"
