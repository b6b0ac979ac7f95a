"""Every route says who may come in; `groundswell.web.access` lets in or turns away before the view runs.

A route that says nothing is closed to everybody, and a test names it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])

MARK = "groundswell_entry"


class Audience(StrEnum):
    PUBLIC = "public"
    SIGNED_IN = "signed in"
    MEMBER = "member"
    DEVICE = "device"
    WEBHOOK = "webhook"


@dataclass(frozen=True)
class Entry:
    """Who may use a route; for members any one of `rights`, held in some group, opens it."""

    audience: Audience
    rights: frozenset[str] = frozenset()


def entry_of(view: Callable[..., Any]) -> Entry | None:
    return getattr(view, MARK, None)


def is_for_machines(view: Callable[..., Any]) -> bool:
    """True for what a device or a provider asks, with a token or a signature and no session."""
    entry = entry_of(view)
    return entry is not None and entry.audience in {Audience.DEVICE, Audience.WEBHOOK}


def _mark(view: View, entry: Entry) -> View:
    setattr(view, MARK, entry)
    return view


def public_page(view: View) -> View:
    """For anybody; nobody is looked up, so `request.viewer` is None."""
    return _mark(view, Entry(Audience.PUBLIC))


def signed_in_page(view: View) -> View:
    """For whoever signed in, even before the agreement; shows nobody but themselves."""
    return _mark(view, Entry(Audience.SIGNED_IN))


def member_page(*rights: StrEnum) -> Callable[[View], View]:
    """For members at work who hold one of these rights somewhere; with none named, any role will do."""
    return lambda view: _mark(view, Entry(Audience.MEMBER, frozenset(rights)))


def device_endpoint(view: View) -> View:
    """For a volunteer's device; the view checks the device token, which no other site can send."""
    view.csrf_exempt = True  # type: ignore[attr-defined]
    return _mark(view, Entry(Audience.DEVICE))


def webhook(view: View) -> View:
    """For a provider's machine; the view checks the signature."""
    view.csrf_exempt = True  # type: ignore[attr-defined]
    return _mark(view, Entry(Audience.WEBHOOK))
