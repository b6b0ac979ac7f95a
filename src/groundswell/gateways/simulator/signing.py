import hmac

SIGNATURE = "x-simulator-signature"


def sign(secret: str, body: bytes) -> dict[str, str]:
    """The header that proves who sent a webhook: HMAC-SHA256 over the raw body."""
    return {SIGNATURE: hmac.new(secret.encode(), body, "sha256").hexdigest()}


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    return bool(secret) and hmac.compare_digest(sign(secret, body)[SIGNATURE].encode(), signature.encode())
