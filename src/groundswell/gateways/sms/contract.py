"""What a text message gateway is: strings in, typed outcomes out. It knows no person and no campaign."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from django.utils.functional import Promise


class ErrorClass(StrEnum):
    """What a provider's code means to us; a code nobody mapped is `UNKNOWN` and its raw form is kept."""

    OPTED_OUT = "opted_out"
    LANDLINE = "landline"
    INVALID = "invalid"
    UNREACHABLE = "unreachable"
    FILTERED = "filtered"
    UNREGISTERED = "unregistered"
    THROTTLED = "throttled"
    QUOTA = "quota"
    ACCOUNT = "account"
    UNKNOWN = "unknown"

    @property
    def may_be_retried(self) -> bool:
        return self in {ErrorClass.UNREACHABLE, ErrorClass.THROTTLED}

    @property
    def concerns_the_number(self) -> bool:
        """The number itself is at fault, whatever we would send to it."""
        return self in {ErrorClass.OPTED_OUT, ErrorClass.LANDLINE, ErrorClass.INVALID}


@dataclass(frozen=True, slots=True)
class OutgoingSms:
    """`reference` is our own id of the text; numbers are E.164; `valid_for` is in seconds."""

    sender: str
    recipient: str
    body: str
    reference: str
    media: tuple[str, ...] = ()
    valid_for: int | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    provider_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Certainly not sent. `retry_after` is in seconds, when the provider says so."""

    error: ErrorClass
    code: str = ""
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """It may or may not have been taken: never send it again by itself."""

    detail: str


SendOutcome = Accepted | Refused | NoAnswer


class ReportState(StrEnum):
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED = "failed"

    def may_follow(self, before: str) -> bool:
        """Reports arrive in any order: a late "sent" overwrites no end, and nothing "delivered"."""
        if before == ReportState.DELIVERED:
            return False
        return not (before == ReportState.FAILED and self is ReportState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Inbound:
    """A text somebody sent us. `answered_as` is what the provider already answered by itself."""

    sender: str
    recipient: str
    body: str
    provider_id: str
    at: datetime | None = None
    answered_as: Literal["", "stop", "start", "help"] = ""


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What became of a text we sent; `error` and `code` only when it failed."""

    provider_id: str
    state: ReportState
    error: ErrorClass | None = None
    code: str = ""
    reference: str = ""


Event = Inbound | StatusReport


@dataclass(frozen=True, slots=True)
class WebhookRequest:
    """What arrived: the address as the provider knows it, the headers in lower case, the untouched body."""

    kind: str
    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Notice:
    """One event of a webhook, not yet understood; `key` (id and status) is the same when it comes again."""

    key: str
    kind: Literal["inbound", "status"]
    payload: str


@dataclass(frozen=True)
class SettingSpec:
    """One thing to ask when connecting; what is `secret` is sealed and never shown again."""

    name: str
    label: str | Promise
    hint: str | Promise = ""
    secret: bool = False
    required: bool = True
    pattern: str = ""


@dataclass(frozen=True)
class Capabilities:
    """What a provider can do. `idempotent`: sending again under the same reference is harmless."""

    idempotent: bool = False
    answers_stop_itself: bool = False
    most_parts: int = 10
    media: bool = False
    practice_only: bool = False


@dataclass(frozen=True)
class Acknowledgement:
    """What the provider wants to hear back from a webhook."""

    content_type: str = "text/plain"
    body: str = ""


class SmsConnection(ABC):
    """An account in use. Used by several threads at once; opened once and kept."""

    @abstractmethod
    def send(self, sms: OutgoingSms) -> SendOutcome:
        """Hands one text over; never raises for what a network or a provider can do."""

    @abstractmethod
    def verify(self, request: WebhookRequest) -> bool:
        """Whether the provider really said this; False on any doubt."""

    @abstractmethod
    def split(self, request: WebhookRequest) -> list[Notice]:
        """The events of one webhook, to be stored before they are read. ValueError when it is nonsense."""

    @abstractmethod
    def read(self, notice: Notice) -> Event:
        """What a stored notice says. ValueError when it is nonsense."""

    def close(self) -> None:
        """Gives sockets back; nothing to do for most."""
        return


class SmsGateway(ABC):
    """One provider: its name, what it asks for, and how to open a connection."""

    key: str
    label: str | Promise
    usual_address: str = ""
    settings: tuple[SettingSpec, ...] = ()
    capabilities: Capabilities = Capabilities()
    acknowledgement: Acknowledgement = Acknowledgement()

    @abstractmethod
    def connect(
        self, settings: Mapping[str, str], credentials: Mapping[str, str], address: str = "", hooks: str = ""
    ) -> SmsConnection:
        """`address` replaces the usual one; webhooks go to `<hooks>/inbound` and `/status`."""
