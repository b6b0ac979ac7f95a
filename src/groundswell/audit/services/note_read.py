"""Whose data was shown to whom: kept in memory for a moment, so that a GET waits for no write lock."""

import atexit
import logging
import threading
from collections.abc import Iterable
from typing import Protocol

from django.conf import settings
from django.db import DatabaseError, connections

from groundswell.audit.models import ReadEntry
from groundswell.kernel import clock

logger = logging.getLogger(__name__)
FLUSH_SECONDS = 1.0
FLUSH_AT = 200


class Reader(Protocol):
    @property
    def organisation_id(self) -> int: ...
    @property
    def membership_id(self) -> int: ...


_lock = threading.Lock()
_waiting: list[ReadEntry] = []
_timer: threading.Timer | None = None


def note_read(viewer: Reader, route: str, person_ids: Iterable[int]) -> None:
    """One row for one response; a crash may lose the last second of notes."""
    ids = sorted(set(person_ids))
    if not ids:
        return
    entry = ReadEntry(
        organisation_id=viewer.organisation_id,
        at=clock.now(),
        membership_id=viewer.membership_id,
        route=route,
        person_ids=ids,
    )
    with _lock:
        _waiting.append(entry)
        _plan_flush()


def flush_reads() -> None:
    """Writes what is waiting; keeps it for the next time when the database is away."""
    with _lock:
        entries = _waiting[:]
        _waiting.clear()
    if not entries:
        return
    try:
        ReadEntry.objects.bulk_create(entries, batch_size=500)
    except DatabaseError:
        logger.exception("read notes kept for later", extra={"count": len(entries)})
        with _lock:
            _waiting[:0] = entries


def _plan_flush() -> None:
    global _timer
    if settings.MODE == "test":
        return  # tests flush by hand, so that no thread outlives them
    if _timer is not None and _timer.is_alive():
        return
    _timer = threading.Timer(0.0 if len(_waiting) >= FLUSH_AT else FLUSH_SECONDS, _flush_in_background)
    _timer.daemon = True
    _timer.start()


def _flush_in_background() -> None:
    try:
        flush_reads()
    finally:
        connections.close_all()


def forget_reads() -> None:
    """Drops what is waiting: between tests."""
    with _lock:
        _waiting.clear()


@atexit.register
def _flush_at_exit() -> None:
    if _waiting and settings.MODE != "test":
        _flush_in_background()
