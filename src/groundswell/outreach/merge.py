"""The tiny merge language of messages: `{first_name}` or `{first_name|friend}`, and nothing else.

One pass, no code, no nesting: a person called "{volunteer}" stays called that.
"""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIELDS: dict[str, str | Promise] = {
    "first_name": gettext_lazy("their first name"),
    "branch": gettext_lazy("their branch"),
    "organisation": gettext_lazy("your organisation's name"),
    "volunteer": gettext_lazy("the name of the volunteer who texts"),
    "closes_on": gettext_lazy("the day the campaign closes"),
}
MAY_BE_MISSING = frozenset({"first_name", "closes_on"})

_FIELD = re.compile(r"\{\s*([a-z_]+)\s*(?:\|([^{}|]{0,60}))?\}")
_SPACES = re.compile(r"\s+")


def render(template: str, values: Mapping[str, str]) -> str:
    """The message with every field replaced by its value, or by its fallback when that is empty."""

    def replace(match: re.Match[str]) -> str:
        value = _SPACES.sub(" ", values.get(match[1], "")).strip()
        return value or (match[2] or "").strip()

    return _FIELD.sub(replace, template)


def fields_in(template: str) -> list[str]:
    """The known fields a message uses, in order of appearance."""
    return [match[1] for match in _FIELD.finditer(template) if match[1] in FIELDS]


def validate(template: str) -> list[str]:
    """What is wrong with a message's fields, in words for the person who writes it."""
    return [*_unknown_fields(template), *_missing_fallbacks(template), *_stray_braces(template)]


def _unknown_fields(template: str) -> list[str]:
    unknown = dict.fromkeys(m[1] for m in _FIELD.finditer(template) if m[1] not in FIELDS)
    return [
        _("There is no field called {%(name)s}. You can use: %(known)s.")
        % {"name": name, "known": ", ".join(f"{{{field}}}" for field in FIELDS)}
        for name in unknown
    ]


def _missing_fallbacks(template: str) -> list[str]:
    bare = dict.fromkeys(
        m[1] for m in _FIELD.finditer(template) if m[1] in MAY_BE_MISSING and not (m[2] or "").strip()
    )
    return [
        _("Some people have no value for {%(name)s}. Add what to say instead, like {%(name)s|friend}.")
        % {"name": name}
        for name in bare
    ]


def _stray_braces(template: str) -> list[str]:
    rest = _FIELD.sub("", template)
    if "{" in rest or "}" in rest:
        return [_("A { or } does not belong to a field. Write a field like {first_name|friend}.")]
    return []
