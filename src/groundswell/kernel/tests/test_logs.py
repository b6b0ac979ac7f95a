import json
import logging
import sys

import pytest

from groundswell.kernel.logs import JsonLines, redact, request_id

CANARIES = [
    "+447700900123",
    "+44 7700 900123",
    "07700 900 123",
    "07700-900-123",
    "(0113) 496 0123",
    "%2B447700900123",
    "amina@example.org",
    "amina%40example.org",
    "first.last+tag@union.example.co.uk",
]


def line_for(message: str, *arguments: object, **extra: object) -> dict[str, object]:
    record = logging.makeLogRecord(
        {"msg": message, "args": arguments, "levelname": "INFO", "levelno": 20, **extra}
    )
    document: dict[str, object] = json.loads(JsonLines().format(record))
    return document


@pytest.mark.parametrize("canary", CANARIES)
def test_numbers_and_addresses_never_reach_the_log(canary: str) -> None:
    shown = json.dumps(line_for("sent to %s", canary, person=canary))
    assert canary not in shown
    assert "7700" not in shown
    assert "amina" not in shown


@pytest.mark.parametrize("canary", CANARIES)
def test_exceptions_are_redacted_with_their_text(canary: str) -> None:
    try:
        raise ValueError(f"duplicate key (phone)=({canary})")
    except ValueError:
        shown = json.dumps(line_for("failed", exc_info=sys.exc_info()))
    assert canary not in shown
    assert "ValueError" in shown


def test_ids_dates_and_counts_stay_readable() -> None:
    text = "turn 0192f3a4-7c1e-7a2b-9d3e-0123456789ab at 2026-11-21T10:00:00 took 350 ms for 27000 rows"
    assert redact(text) == text


def test_a_line_carries_the_id_of_its_request() -> None:
    token = request_id.set("abc123")
    try:
        assert line_for("hello")["request"] == "abc123"
    finally:
        request_id.reset(token)
