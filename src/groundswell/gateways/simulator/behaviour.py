from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True)
class Behaviour:
    """How the carrier treats us. Shares run from 0 to 1; seconds are divided by `speed`."""

    speed: float = 1.0
    delivery_seconds: float = 2.0
    reply_seconds: float = 30.0
    replies: float = 1.0
    sent_reports: bool = False
    handles_stop: bool = False
    per_second: float = 0.0  # per number of ours; 0 is no limit
    throttled: float = 0.0
    refused: float = 0.0
    filtered: float = 0.0
    lost_before: float = 0.0  # the line breaks before the text is taken
    lost_after: float = 0.0  # taken, then the line breaks
    hung: float = 0.0  # taken, then no answer for a long time
    broken: float = 0.0  # taken, then an error page with status 500
    nonsense: float = 0.0  # taken, then an answer that means nothing
    duplicated: float = 0.0  # webhooks that come again
    reordered: float = 0.0  # webhooks that come late

    def changed(self, values: Mapping[str, Any]) -> "Behaviour":
        """ValueError for a name or a value that means nothing."""
        known = {field.name: field.type for field in fields(self)}
        if unknown := set(values) - set(known):
            raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
        wanted = {name: _as(known[name], value) for name, value in values.items()}
        if wanted.get("speed", 1) <= 0:
            raise ValueError("speed must be more than 0")
        return replace(self, **wanted)


def _as(kind: Any, value: Any) -> Any:
    if kind in (bool, "bool"):
        return value is True or str(value).lower() in {"true", "1", "yes"}
    return float(value)
