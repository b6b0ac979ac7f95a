"""All routes of the site, as a newcomer or an intruder would find them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from groundswell.kernel.routes import Entry, entry_of
from groundswell.web.foreign_routes import entry_by_name


@dataclass(frozen=True)
class Route:
    name: str
    pattern: str
    view: Any

    @property
    def entry(self) -> Entry | None:
        return entry_of(self.view) or entry_by_name(self.name.split(":")[-1])


def all_routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, "", ""))


def _walk(patterns: list[Any], prefix: str, namespace: str) -> Iterator[Route]:
    for item in patterns:
        pattern = prefix + str(item.pattern)
        if isinstance(item, URLResolver):
            inner = f"{namespace}{item.namespace}:" if item.namespace else namespace
            yield from _walk(item.url_patterns, pattern, inner)
        elif isinstance(item, URLPattern):
            yield Route(f"{namespace}{item.name or ''}", pattern, item.callback)
