"""Sealing (AES-256-GCM) and keyed hashing (HMAC-SHA256) of what must not be readable in a dump.

Protects database dumps, backups and the curious database administrator; not a seized running server.
"""

import base64
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

NONCE_BYTES = 12


@dataclass(frozen=True)
class Keyring:
    """Data keys by id (new values use `current`) and the one match key, which is never rotated."""

    current: int
    data_keys: dict[int, bytes]
    match: bytes

    @property
    def fingerprint(self) -> str:
        """Names the match key without revealing it; kept in the database."""
        return hmac.new(self.match, b"groundswell fingerprint", sha256).hexdigest()[:16]


def new_keyring() -> Keyring:
    return Keyring(current=1, data_keys={1: secrets.token_bytes(32)}, match=secrets.token_bytes(32))


def write_keyring(path: Path, ring: Keyring) -> None:
    """Writes the key file so that only its owner can read it; refuses to overwrite one."""
    document = {
        "current": ring.current,
        "data_keys": {str(number): _text(key) for number, key in ring.data_keys.items()},
        "match": _text(ring.match),
    }
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(document, file, indent=1)


def read_keyring(path: Path) -> Keyring:
    try:
        document = json.loads(path.read_text())
    except FileNotFoundError as error:
        raise ImproperlyConfigured(
            f"The data key file {path} is missing. Restore it from your copy."
        ) from error
    return Keyring(
        current=document["current"],
        data_keys={int(number): base64.b64decode(key) for number, key in document["data_keys"].items()},
        match=base64.b64decode(document["match"]),
    )


@lru_cache(maxsize=1)
def keyring() -> Keyring:
    return read_keyring(Path(settings.DATA_KEY_FILE))


@lru_cache(maxsize=8)
def _cipher(number: int) -> AESGCM:
    return AESGCM(keyring().data_keys[number])


def seal(label: str, text: str) -> bytes:
    """Key number (1 byte), nonce (12 bytes), ciphertext; `label` binds it to one kind of value."""
    number = keyring().current
    nonce = os.urandom(NONCE_BYTES)
    return bytes([number]) + nonce + _cipher(number).encrypt(nonce, text.encode(), label.encode())


def unseal(label: str, sealed: bytes) -> str:
    """Raises cryptography.exceptions.InvalidTag when it was sealed under another label or changed."""
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    return _cipher(sealed[0]).decrypt(nonce, body, label.encode()).decode()


def match_key(organisation_id: int, kind: str, normalised: str) -> str:
    """The keyed hash by which an address is matched, made unique and suppressed: 32 hex digits."""
    message = f"{organisation_id}:{kind}:{normalised}".encode()
    return hmac.digest(keyring().match, message, "sha256")[:16].hex()


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()
