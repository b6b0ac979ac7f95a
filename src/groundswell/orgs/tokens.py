"""Secrets of personal links: long, random, and only their hash is kept."""

import secrets
from hashlib import sha256


def new_token() -> str:
    return secrets.token_urlsafe(24)


def hash_token(token: str) -> str:
    """Plain SHA-256: the token itself is 192 random bits, so there is nothing to guess."""
    return sha256(token.encode()).hexdigest()
