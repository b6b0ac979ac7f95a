from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Kinds of one sort of thing, by key: gateways, segment filters, column kinds.

    Each kind is a class in a file of its own that registers one instance; a contract test suite
    runs over everything registered.
    """

    def __init__(self, noun: str) -> None:
        self.noun = noun
        self._items: dict[str, T] = {}

    def register(self, key: str, item: T) -> T:
        if key in self._items:
            raise ValueError(f"Two {self.noun}s are called {key!r}")
        self._items[key] = item
        return item

    def get(self, key: str) -> T:
        """The kind with this key; LookupError when nobody registered it."""
        try:
            return self._items[key]
        except KeyError:
            raise LookupError(f"No {self.noun} is called {key!r}") from None

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[T]:
        return iter(self._items.values())

    def keys(self) -> list[str]:
        return list(self._items)
