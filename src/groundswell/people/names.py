"""Forms of a name that sort and search alike on every database."""

import unicodedata

LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)


def plain(text: str) -> str:
    """Casefolded, without accents, single spaces; letters that are no accent but look like one count too."""
    if text.isascii():  # nothing to take apart, and several times as quick
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.casefold().translate(LETTERS).split())


def sort_name(given: str, family: str) -> str:
    return plain(f"{family} {given}")


def search_name(given: str, family: str) -> str:
    """Each word preceded by a space, so that ' ayd' finds the beginning of any word."""
    return f" {plain(f'{given} {family}')}"
