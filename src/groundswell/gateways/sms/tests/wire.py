"""How an adapter's test shows what its provider sends, so that the contract suite can judge it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from groundswell.gateways.sms.contract import ErrorClass, Event, WebhookRequest

HOOKS = "https://groundswell.example.org/hooks/0190"


@dataclass(frozen=True)
class Reply:
    """What a provider answers when a text is handed over."""

    status: int
    body: str


@dataclass(frozen=True)
class Refusal:
    reply: Reply
    error: ErrorClass
    code: str


@dataclass(frozen=True)
class Webhook:
    """A webhook as it is sent, and what it must be understood as."""

    kind: str
    body: bytes
    means: Event


@dataclass(frozen=True)
class WireExamples:
    """`sign` gives the headers a provider adds, from the request without them and the credentials."""

    settings: Mapping[str, str]
    credentials: Mapping[str, str]
    accepted: Reply
    provider_id: str
    refusals: tuple[Refusal, ...]
    webhooks: tuple[Webhook, ...]
    sign: Callable[[WebhookRequest, Mapping[str, str]], Mapping[str, str]]
    signs_the_address: bool = True
