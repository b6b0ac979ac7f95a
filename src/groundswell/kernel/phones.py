"""Phone numbers: from what people type to E.164, and what may be said about a number offline."""

from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType
from phonenumbers import timezone as number_zones

TEXTABLE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}


@dataclass(frozen=True)
class PhoneNumber:
    """A valid number. `textable` is False where the numbering plan says it is no mobile."""

    e164: str
    textable: bool
    region: str
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
    if number.extension or not phonenumbers.is_valid_number(number):
        return None
    return PhoneNumber(
        e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        textable=phonenumbers.number_type(number) in TEXTABLE,
        region=phonenumbers.region_code_for_number(number) or country,
        zones=tuple(number_zones.time_zones_for_number(number)),
    )


def mask_phone(e164: str) -> str:
    """What may be shown of a number: its last two digits."""
    return f"•••• {e164[-2:]}"
