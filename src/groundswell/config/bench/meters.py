"""What processes cost, from /proc: CPU seconds, and memory with shared pages shared out (PSS)."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def family(*roots: int) -> set[int]:
    """These processes and everything they started."""
    parents = {pid: parent for pid in _processes() if (parent := _parent(pid)) is not None}
    found = set(roots)
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def cpu_seconds(pids: Iterable[int]) -> float:
    return sum(_cpu(pid) for pid in pids)


class Shares:
    """Who spends the CPU during a phase: `parties` finds the processes of each, anew at the end.

    Our own process is the load generator.
    """

    def __init__(self, **parties: Callable[[], Iterable[int]]) -> None:
        self._parties: dict[str, Callable[[], Iterable[int]]] = {**parties, "load": lambda: [os.getpid()]}
        self._before = self._spent()

    def milliseconds(self, units: int) -> dict[str, float]:
        """CPU milliseconds a unit of work (a gesture, an answer), by party."""
        now = self._spent()
        return {
            name: round(1000 * (now[name] - before) / max(1, units), 2)
            for name, before in self._before.items()
        }

    def _spent(self) -> dict[str, float]:
        return {name: cpu_seconds(find()) for name, find in self._parties.items()}


def memory_mb(pids: Iterable[int]) -> float:
    return sum(_pss_kb(pid) for pid in pids) / 1024


def _processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _parent(pid: int) -> int | None:
    fields = _stat(pid)
    return int(fields[1]) if fields else None


def _cpu(pid: int) -> float:
    """Its own and that of its children who have ended."""
    fields = _stat(pid)
    return sum(map(int, fields[11:15])) / TICK if fields else 0.0


def _pss_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
