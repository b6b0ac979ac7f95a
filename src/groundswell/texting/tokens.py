"""What a device shows for itself: sealed, so it is opaque on the phone and cannot be made up.

A device token opens one assignment for twelve hours, unless its epochs are over before. A gesture token is
made when a person is displayed and buys one text to them; its key makes a repeat harmless.
"""

import base64
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from cryptography.exceptions import InvalidTag

from groundswell.kernel import clock
from groundswell.kernel.ids import new_public_id
from groundswell.kernel.sealed import seal, unseal
from groundswell.texting.errors import SignedOut, TurnGone

DEVICE_LIFE = timedelta(hours=12)


@dataclass(frozen=True)
class DeviceToken:
    membership_id: int
    assignment_id: int
    membership_epoch: int
    assignment_epoch: int
    expires: int

    @classmethod
    def issue(cls, *, membership_id: int, assignment_id: int, epochs: tuple[int, int]) -> Self:
        expires = int((clock.now() + DEVICE_LIFE).timestamp())
        return cls(membership_id, assignment_id, *epochs, expires)

    @property
    def expires_at(self) -> datetime:
        return datetime.fromtimestamp(self.expires, UTC)

    def write(self) -> str:
        numbers = (
            self.membership_id,
            self.assignment_id,
            self.membership_epoch,
            self.assignment_epoch,
            self.expires,
        )
        return _write("device-token", ":".join(map(str, numbers)))

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises SignedOut for anything that is not a living token of ours."""
        opened = _read("device-token", text)
        if opened is None:
            raise SignedOut
        token = cls(*map(int, opened.split(":")))
        if token.expires <= clock.now().timestamp():
            raise SignedOut
        return token


@dataclass(frozen=True)
class GestureToken:
    """`kind` is "turn" (first message, follow-up) or "reply"; `subject_id` is the turn or conversation."""

    kind: str
    subject_id: int
    assignment_id: int
    shown_ms: int
    key: uuid.UUID

    @classmethod
    def issue(cls, *, kind: str, subject_id: int, assignment_id: int) -> Self:
        shown = int(clock.now().timestamp() * 1000)
        return cls(kind, subject_id, assignment_id, shown, new_public_id())

    @property
    def shown_at(self) -> datetime:
        return datetime.fromtimestamp(self.shown_ms / 1000, UTC)

    def write(self) -> str:
        parts = (self.kind, self.subject_id, self.assignment_id, self.shown_ms, self.key.hex)
        return _write("gesture-token", ":".join(map(str, parts)))

    @classmethod
    def read(cls, text: str, *, assignment_id: int) -> Self:
        """Raises TurnGone when it was not issued by us to this assignment."""
        opened = _read("gesture-token", text)
        if opened is None:
            raise TurnGone
        kind, subject, assignment, shown, key = opened.split(":")
        if int(assignment) != assignment_id:
            raise TurnGone
        return cls(kind, int(subject), assignment_id, int(shown), uuid.UUID(key))


def _write(label: str, text: str) -> str:
    return base64.urlsafe_b64encode(seal(label, text)).decode().rstrip("=")


def _read(label: str, text: str) -> str | None:
    try:
        return unseal(label, base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (InvalidTag, ValueError, KeyError, IndexError):
        return None
