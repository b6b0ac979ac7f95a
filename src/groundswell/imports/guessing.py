"""A first guess at what each column is: by its header, then by what is in it."""

import re
from collections.abc import Sequence

from groundswell.imports.registry import ColumnKind, Sheet, column_kinds, share_like
from groundswell.people.names import plain

ENOUGH_ALIKE = 0.6


def guess_kinds(headers: Sequence[str], sample: Sequence[Sequence[str]], country: str) -> list[str]:
    """A kind's key for each column; "ignore" where nothing fits: nobody loads too much by accident."""
    guesses = [_by_header(header) for header in headers]
    for place, guess in enumerate(guesses):
        if guess is None:
            cells = [row[place] for row in sample if place < len(row)]
            guesses[place] = _by_content(cells, Sheet(country), taken=guesses)
    return _family_after_given(_each_once([guess or "ignore" for guess in guesses]))


def _words(header: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]|_", " ", plain(header)).split())


def _by_header(header: str) -> str | None:
    words = _words(header)
    exact = [kind.key for kind in column_kinds if words in kind.words]
    if exact:
        return exact[0]
    for kind in column_kinds:
        if any(len(word) > 4 and re.search(rf"\b{re.escape(word)}\b", words) for word in kind.words):
            return kind.key
    return None


def _by_content(cells: Sequence[str], sheet: Sheet, taken: Sequence[str | None]) -> str | None:
    shares = [(share_like(kind, cells, sheet), kind.key) for kind in column_kinds if _is_free(kind, taken)]
    best, key = max(shares, default=(0.0, ""))
    return key if best >= ENOUGH_ALIKE else None


def _is_free(kind: ColumnKind, taken: Sequence[str | None]) -> bool:
    return kind.several or kind.key not in taken


def _each_once(keys: list[str]) -> list[str]:
    """The first column of a kind keeps it; a later one is left for the organiser to decide."""
    seen: set[str] = set()
    once = []
    for key in keys:
        once.append("ignore" if key in seen and not column_kinds.get(key).several else key)
        seen.add(key)
    return once


def _family_after_given(keys: list[str]) -> list[str]:
    """Beside a given name, a column called "Name" holds the family name."""
    if "given_name" in keys and "family_name" not in keys:
        return ["family_name" if key == "full_name" else key for key in keys]
    return keys
