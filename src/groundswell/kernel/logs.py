"""Logs: one JSON object a line on standard error, with the request's id and without numbers or addresses."""

import json
import logging
import re
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="")

EMAIL = re.compile(r"[^\s@<>\"'(),;:=/]+(?:@|%40)[^\s@<>\"'(),;:/]+\.[^\s@<>\"'(),;:/.]+")
# Seven digits or more with the usual separators between them, unless they are part of a longer word
# (an id in hexadecimal) or a date.
PHONE = re.compile(r"(?<![\w.-])(?!\d{4}-\d\d-\d\d)(?:\+|%2[Bb])?\(?\d(?:[ ().\-/]{0,2}\d){6,18}(?![\w-])")
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

UNSAID = STANDARD | {"request"}


def redact(text: str) -> str:
    """Takes out what looks like an e-mail address or a telephone number."""
    return PHONE.sub("[number]", EMAIL.sub("[address]", text))


class JsonLines(logging.Formatter):
    """Everything goes through `redact`, also the text of exceptions and what `extra` carries."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(_message(record)),
        }
        if request_id.get():
            line["request"] = request_id.get()
        line |= {key: _clean(value) for key, value in vars(record).items() if key not in UNSAID}
        if record.exc_info and record.exc_info[0]:
            line["error"] = redact("".join(traceback.format_exception(*record.exc_info)))
        return json.dumps(line, ensure_ascii=False)


def _message(record: logging.LogRecord) -> str:
    """Django names the address of a request that failed; it may hold an invitation or a search."""
    request = getattr(record, "request", None)
    if request is None:
        return record.getMessage()
    match = getattr(request, "resolver_match", None)
    what = record.getMessage().partition(": ")[0]
    return f"{what} ({match.route if match else 'no route'})"


def _clean(value: object) -> object:
    """Numbers and truth values as they are (counts, milliseconds); anything else as redacted text."""
    if (
        value is None
        or isinstance(value, bool | float)
        or (isinstance(value, int) and abs(value) < 1_000_000)
    ):
        return value
    return redact(str(value))


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "groundswell.kernel.logs.JsonLines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["lines"], "level": "INFO"},
    "loggers": {
        "django": {"level": "INFO", "handlers": [], "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "WARNING", "handlers": [], "propagate": True},
        "httpx": {"level": "WARNING"},
        "_granian": {"level": "WARNING"},
        "granian.access": {"level": "CRITICAL"},
    },
}
