"""Phone numbers: from what people type to E.164, and what may be said about a number offline."""

from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType
from phonenumbers import timezone as number_zones

TEXTABLE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}


@dataclass(frozen=True)
class PhoneNumber:
    """A valid number. `textable` is False where the numbering plan says it is no mobile."""

    e164: str
    textable: bool
    zones: tuple[str, ...]

    @property
    def masked(self) -> str:
        return mask_phone(self.e164)


def read_phone(raw: str, country: str) -> PhoneNumber | None:
    """The number somebody typed, or None when it cannot be one. `country` is ISO 3166 alpha-2."""
    if len(raw) > 60:
        return None
    try:
        number = phonenumbers.parse(raw, country)
    except NumberParseException:
        return None
    kind = phonenumbers.number_type(number)
    if number.extension or kind == PhoneNumberType.UNKNOWN:  # unknown is the library's word for invalid
        return None
    return PhoneNumber(
        e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        textable=kind in TEXTABLE,
        zones=_zones_of(number, kind),
    )


def _zones_of(number: phonenumbers.PhoneNumber, kind: int) -> tuple[str, ...]:
    """Asks only once what sort of number it is: that question costs most when 27,000 are read."""
    if phonenumbers.is_number_type_geographical(kind, number.country_code or 0):
        return tuple(number_zones.time_zones_for_geographical_number(number))
    return _zones_of_country(number.country_code)


@lru_cache(maxsize=300)
def _zones_of_country(country_code: int) -> tuple[str, ...]:
    """A number without a place (a mobile) may be anywhere its country code is."""
    return tuple(number_zones._country_level_time_zones_for_number(phonenumbers.PhoneNumber(country_code)))


def mask_phone(e164: str) -> str:
    """What may be shown of a number: its last two digits."""
    return f"•••• {e164[-2:]}"
