"""What the database does for us: its processes, and how long a transaction keeps others out."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from groundswell.config.bench.meters import family


def database_processes() -> set[int]:
    """Of the scratch cluster; SQLite works inside the server."""
    if connection.vendor != "postgresql":
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        directory = cursor.fetchone()[0]
    with open(f"{directory}/postmaster.pid") as file:
        return family(int(file.readline()))


class LockGauge:
    """The longest time a transaction was open: on SQLite that is how long no other could write.

    Beside the clock it keeps the processor's time, which other programs on the machine do not lengthen.
    """

    def __init__(self) -> None:
        self.longest = self.busiest = 0.0

    def take(self) -> tuple[float, float]:
        """Seconds of the longest one since this was last asked: on the clock, and of this processor."""
        taken = (self.longest, self.busiest)
        self.longest = self.busiest = 0.0
        return taken

    def watch(self, watched: BaseDatabaseWrapper) -> None:
        begun: list[tuple[float, float]] = []
        plain: Callable[..., None] = watched.set_autocommit

        def set_autocommit(autocommit: bool, *rest: Any, **more: Any) -> None:
            plain(autocommit, *rest, **more)
            if autocommit and begun:
                clock, cpu = begun.pop()
                self.longest = max(self.longest, time.monotonic() - clock)
                self.busiest = max(self.busiest, time.thread_time() - cpu)
            elif not autocommit:
                begun[:] = [
                    (time.monotonic(), time.thread_time())
                ]  # the lock is ours from here: BEGIN IMMEDIATE has answered

        watched.set_autocommit = set_autocommit  # type: ignore[method-assign]


@contextmanager
def lock_gauge() -> Iterator[LockGauge]:
    """Watches every connection of this process that opens from here on."""
    gauge, watched = LockGauge(), set[int]()

    def watch(connection: BaseDatabaseWrapper, **_: Any) -> None:
        if id(connection) not in watched:
            watched.add(id(connection))
            gauge.watch(connection)

    connection_created.connect(watch)
    try:
        yield gauge
    finally:
        connection_created.disconnect(watch)
