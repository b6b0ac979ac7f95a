"""Forms of a name that sort and search alike on every database."""

import unicodedata


def plain(text: str) -> str:
    """Casefolded, without accents, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def sort_name(given: str, family: str) -> str:
    return plain(f"{family} {given}")


def search_name(given: str, family: str) -> str:
    """Each word preceded by a space, so that ' ayd' finds the beginning of any word."""
    return f" {plain(f'{given} {family}')}"
