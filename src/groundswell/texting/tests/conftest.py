from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    """Nobody is texted at night, so tests begin at noon; `noon.shift(...)` lets time pass."""
    with time_machine.travel(NOON, tick=True) as traveller:
        yield traveller
