import re
import unicodedata
from enum import StrEnum
from functools import cache

from groundswell.texting.stop_words.registry import WordList, word_lists

LONGEST_WHOLE_MESSAGE = 40
_NOT_LETTERS = re.compile(r"[^\w\s]|_")
_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(r"(.)\1+")
_POLITE = frozenset({"please", "pls", "plz", "now", "me", "thanks", "thank", "you", "ta"}) | frozenset(
    {"aub", "alstublieft", "svp", "graag", "bitte", "gracias"}
)


class Said(StrEnum):
    """What a message means to us before anybody reads it."""

    STOP = "stop"
    MAYBE_STOP = "maybe_stop"
    START = "start"
    HELP = "help"
    SOMETHING_ELSE = ""


def read_words(body: str) -> Said:
    """ "Stop." is a stop, "Stop by the office" a conversation, "take me off your list" waits for a person."""
    plain = normalise(body)
    if len(plain) <= LONGEST_WHOLE_MESSAGE and (said := _whole(plain)):
        return said
    return Said.MAYBE_STOP if _sounds_like_stop(plain) else Said.SOMETHING_ELSE


def normalise(body: str) -> str:
    """Lower case; accents, punctuation, quotes and emoji gone; single spaces."""
    letters = unicodedata.normalize("NFKD", body).casefold().replace("ı", "i").replace("ł", "l")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _SPACES.sub(" ", _NOT_LETTERS.sub(" ", bare.replace("'", "").replace("’", ""))).strip()


def _whole(plain: str) -> Said | None:
    """The whole message, with or without a please; "sstoppp" counts as "stop"."""
    return _meaning(plain) or _meaning(" ".join(word for word in plain.split() if word not in _POLITE))


def _meaning(message: str) -> Said | None:
    if not message:
        return None
    together = message.replace(" ", "")
    for form in (message, together):
        if said := _known().get(form):
            return said
    return Said.STOP if _squeeze(together) in _squeezed_stops() else None


def _sounds_like_stop(plain: str) -> bool:
    padded = f" {plain} "
    return any(f" {phrase} " in padded for words in word_lists for phrase in words.phrases)


def _squeeze(word: str) -> str:
    return _REPEATED.sub(r"\1", word)


@cache
def _known() -> dict[str, Said]:
    """Stop outranks the others where languages disagree."""
    known: dict[str, Said] = {}
    for said, pick in ((Said.HELP, _help), (Said.START, _start), (Said.STOP, _stop)):
        known |= {
            form: said
            for words in word_lists
            for word in pick(words)
            for form in (word, word.replace(" ", ""))
        }
    return known


@cache
def _squeezed_stops() -> frozenset[str]:
    """Long enough words only: a slip of the thumb repeats letters, it does not invent words."""
    return frozenset(
        _squeeze(word.replace(" ", "")) for words in word_lists for word in words.stop if len(word) >= 4
    )


def _help(words: WordList) -> frozenset[str]:
    return words.help


def _start(words: WordList) -> frozenset[str]:
    return words.start


def _stop(words: WordList) -> frozenset[str]:
    return words.stop
