"""How a text travels: GSM-7 or UCS-2, in how many parts, and where it may be cut (3GPP TS 23.038, 23.040)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Encoding = Literal["GSM-7", "UCS-2"]

GSM_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_ESCAPED = "\f^{}\\[~]|€"
SINGLE_PART = {"GSM-7": 160, "UCS-2": 70}
ONE_OF_SEVERAL = {"GSM-7": 153, "UCS-2": 67}

_all_gsm = re.compile(f"[{re.escape(GSM_BASIC + GSM_ESCAPED)}]*").fullmatch
_escaped = re.compile(f"[{re.escape(GSM_ESCAPED)}]")
_PLAIN_MARKS = (
    ("‘’‚‛′´`", "'"),
    ("“”„‟″«»", '"'),
    ("‐‑‒–—―−", "-"),
    ("…", "..."),
    ("\u00a0\u2009\u202f", " "),
    ("\u200b\ufeff", ""),
)
_PLAIN = str.maketrans({mark: plain for marks, plain in _PLAIN_MARKS for mark in marks})


@dataclass(frozen=True, slots=True)
class Measure:
    """What a carrier bills. `units` are septets or UTF-16 units; `capacity_left` fit before another part."""

    encoding: Encoding
    units: int
    parts: int
    capacity_left: int


@lru_cache(maxsize=2048)
def measure(body: str) -> Measure:
    encoding = encoding_of(body)
    sizes = [_units(part, encoding) for part in split(body)]
    room = (SINGLE_PART if len(sizes) == 1 else ONE_OF_SEVERAL)[encoding]
    return Measure(encoding, sum(sizes), len(sizes), room - sizes[-1])


def encoding_of(body: str) -> Encoding:
    return "GSM-7" if _all_gsm(body) else "UCS-2"


def split(body: str) -> list[str]:
    """The parts in which a text travels; never inside an escape pair or a surrogate pair."""
    encoding = encoding_of(body)
    if _units(body, encoding) <= SINGLE_PART[encoding]:
        return [body]
    room = ONE_OF_SEVERAL[encoding]
    if _units(body, encoding) == len(body):
        return [body[start : start + room] for start in range(0, len(body), room)]
    return list(_cut(body, encoding, room))


def make_plain(body: str) -> str:
    """The same words in plain punctuation: quotes, dashes, spaces and ellipsis. Letters are never touched."""
    return body.translate(_PLAIN)


def _cut(body: str, encoding: Encoding, room: int) -> Iterator[str]:
    start = used = 0
    for position, character in enumerate(body):
        width = _units(character, encoding)
        if used + width > room:
            yield body[start:position]
            start, used = position, 0
        used += width
    yield body[start:]


def _units(text: str, encoding: Encoding) -> int:
    if encoding == "GSM-7":
        return len(text) + len(_escaped.findall(text))
    return len(text) + sum(character > "\uffff" for character in text)
