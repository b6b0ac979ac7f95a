"""Small writes of several threads in one commit: on SQLite each commit waits for the disk, one after another.

Whoever comes while another commits finds company: the first of them runs everybody's work, commits once, and
each returns with their own result. PostgreSQL does the same by itself, inside its log.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import connection, transaction

Result = TypeVar("Result")
_waiting: "deque[_Errand]" = deque()
_leading = threading.Lock()


def commit_together(work: Callable[[], Result], *, is_one_statement: bool = False) -> Result:
    """Runs `work` in a transaction and returns when that is committed.

    `work` may run in another thread, so it uses only the default connection and what it was given. What it
    raises is raised here and undoes its own changes alone; when the commit fails, everybody in it is told.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        return _in_company(work)
    if is_one_statement:
        return work()
    with transaction.atomic():
        return work()


def _in_company(work: Callable[[], Result]) -> Result:
    errand = _Errand(work)
    _waiting.append(errand)
    with _leading:
        if not errand.is_done:
            _run_all([_waiting.popleft() for _ in range(len(_waiting))])
    if errand.error:
        raise errand.error
    result: Result = errand.result
    return result


def _run_all(errands: "list[_Errand]") -> None:
    try:
        with transaction.atomic():
            for errand in errands:
                errand.run(savepoint=len(errands) > 1)
    except Exception as error:  # noqa: BLE001  raised again for each
        for errand in errands:
            errand.error = errand.error or error
    except BaseException:
        for errand in errands:
            errand.error = errand.error or InterruptedError("the commit was cut off")
        raise
    finally:
        for errand in errands:
            errand.is_done = True


class _Errand:
    error: Exception | None = None
    result: Any = None
    is_done = False

    def __init__(self, work: Callable[[], Any]) -> None:
        self._work = work

    def run(self, *, savepoint: bool) -> None:
        try:
            with transaction.atomic(savepoint=savepoint):
                self.result = self._work()
        except Exception as error:  # noqa: BLE001  raised again where it belongs
            self.error = error
