import uuid

import uuid_utils.compat
from django.db import models


def new_public_id() -> uuid.UUID:
    """A UUIDv7: unguessable enough for a URL, ordered enough for an index (RFC 9562)."""
    return uuid_utils.compat.uuid7()


def read_public_id(text: str) -> uuid.UUID | None:
    """What somebody sent as an id, or None when it cannot be one."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def read_number(text: str) -> int:
    """What somebody sent as a place in a list; 0 when it cannot be one. Longer than any id is none."""
    return int(text) if text.isdecimal() and len(text) <= 18 else 0


class PublicIdModel(models.Model):
    """Whatever appears in a URL: a bigint inside, a UUIDv7 outside."""

    public_id = models.UUIDField(default=new_public_id, unique=True, editable=False)

    class Meta:
        abstract = True
