"""The side navigation. Each context registers its own entries when it starts."""

from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse
from django.utils.functional import Promise


class Viewer(Protocol):
    """As much of a viewer as navigation needs to know."""

    def may(self, right: str, /) -> bool: ...


@dataclass(frozen=True)
class NavEntry:
    """`right` is what one must be allowed to do to see it; `foot` places it at the bottom."""

    key: str
    label: str | Promise
    url_name: str
    icon: str
    right: str | None = None
    order: int = 50
    foot: bool = False


@dataclass(frozen=True)
class NavLink:
    """An entry as one viewer sees it on one page."""

    label: str | Promise
    url: str
    icon: str
    foot: bool
    current: bool


_entries: dict[str, NavEntry] = {}
_search: list[NavEntry] = []


def register(entry: NavEntry) -> NavEntry:
    _entries[entry.key] = entry
    return entry


def register_search(entry: NavEntry) -> NavEntry:
    """The page that `/` searches: it is sent `q` by POST, so that no name or number stands in an address."""
    _search[:] = [entry]
    return entry


def links_for(viewer: Viewer | None, path: str) -> list[NavLink]:
    """What this viewer may see, with the page they are on marked."""
    if viewer is None:
        return []
    seen = [entry for entry in _entries.values() if entry.right is None or viewer.may(entry.right)]
    seen.sort(key=lambda entry: (entry.foot, entry.order, entry.key))
    urls = [reverse(entry.url_name) for entry in seen]
    here = max((url for url in urls if _is_within(path, url)), key=len, default=None)
    return [
        NavLink(entry.label, url, entry.icon, entry.foot, current=url == here)
        for entry, url in zip(seen, urls, strict=True)
    ]


def search_for(viewer: Viewer | None) -> NavLink | None:
    if viewer is None or not _search:
        return None
    entry = _search[0]
    if entry.right is not None and not viewer.may(entry.right):
        return None
    return NavLink(entry.label, reverse(entry.url_name), entry.icon, entry.foot, current=False)


def _is_within(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
