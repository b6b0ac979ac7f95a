from dataclasses import dataclass

from groundswell.kernel.registry import Registry


@dataclass(frozen=True)
class WordList:
    """One language. `stop`, `start` and `help` are whole messages; `phrases` anywhere in one only hold.

    Written plainly: lower case, no accents, no punctuation.
    """

    language: str
    stop: frozenset[str]
    phrases: tuple[str, ...]
    start: frozenset[str] = frozenset()
    help: frozenset[str] = frozenset()


word_lists: Registry[WordList] = Registry("list of stop words")


def words(lines: str) -> frozenset[str]:
    """One message a line or separated by commas."""
    return frozenset(word.strip() for line in lines.splitlines() for word in line.split(",") if word.strip())


def register(found: WordList) -> WordList:
    return word_lists.register(found.language, found)
