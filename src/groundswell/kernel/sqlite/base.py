"""SQLite has one writer. Left alone, those who wait look again after ever longer pauses, and the unlucky wait
seconds while others go in and out. Here they queue at a file lock, which the kernel hands on at once.

Only transactions queue (`atomic()` takes the write lock when it begins); a single statement outside one
relies on SQLite's own waiting. A process that dies gives its turn back, whatever it was doing.
"""

import fcntl
import os
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    _turn: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _close(self) -> Any:
        self._give_turn()
        return super()._close()  # type: ignore[misc]

    def _take_turn(self) -> None:
        """Waits for the others; threads of one process queue like processes do, each with its own file."""
        if self._turn is not None or self.is_in_memory_db():
            return
        turn = os.open(
            f"{Path(self.settings_dict['NAME'])}.turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600
        )
        try:
            fcntl.flock(turn, fcntl.LOCK_EX)
        except BaseException:
            os.close(turn)
            raise
        self._turn = turn

    def _give_turn(self) -> None:
        if self._turn is not None:
            os.close(self._turn)
            self._turn = None
