import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from threading import Lock
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Callback:
    """One event to tell, when and to whom."""

    due: float
    order: int
    target: str
    kind: str
    event: dict[str, Any]


class Agenda:
    """What the carrier has yet to tell, by time; many threads plan at once."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._heap: list[Callback] = []
        self._lock = Lock()
        self._order = count(1)

    def __len__(self) -> int:
        return len(self._heap)

    def plan(self, target: str, kind: str, event: dict[str, Any], after: float) -> None:
        self._push(Callback(self._now() + after, next(self._order), target, kind, event))

    def put_back(self, callback: Callback, after: float) -> None:
        self._push(replace(callback, due=self._now() + after))

    def due(self) -> Iterator[Callback]:
        now = self._now()
        while (callback := self._pop(now)) is not None:
            yield callback

    def _push(self, callback: Callback) -> None:
        with self._lock:
            heapq.heappush(self._heap, callback)

    def _pop(self, now: float) -> Callback | None:
        with self._lock:
            return heapq.heappop(self._heap) if self._heap and self._heap[0].due <= now else None
