from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Bar:
    """A share of a whole as SVG lengths, beside a threshold and perhaps a goal."""

    value: str
    threshold: str | None
    goal: str | None
    over: bool
    words: str


def bar(value: float, of: float, *, threshold: float | None = None, goal: float | None = None) -> Bar:
    """`threshold` and `goal` are percentages of the whole."""
    percent = 100 * value / of if of else 0.0
    words = _("%(percent)s%%") % {"percent": number_format(percent, 0)}
    if threshold is not None:
        words = _("%(words)s, threshold %(threshold)s%%") % {
            "words": words,
            "threshold": number_format(threshold, 0),
        }
    return Bar(
        value=length(percent),
        threshold=None if threshold is None else length(threshold),
        goal=None if goal is None else length(goal),
        over=threshold is not None and percent >= threshold,
        words=words,
    )


def length(percent: float) -> str:
    """A length that SVG reads whatever the reader's language."""
    return f"{min(max(percent, 0), 100):.2f}%"
