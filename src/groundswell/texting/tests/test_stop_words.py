import pytest

from groundswell.texting.stop_words import Said, read_words, word_lists
from groundswell.texting.stop_words.reading import normalise

STOPS = [
    "STOP",
    "stop.",
    "Stop!!",
    "sstop",
    "STOPPP",
    "STOP 🛑",
    "“Stop”",
    "stop please",
    "Please stop",
    "S T O P",
    "stopall",
    "STOP ALL",
    "opt-out",
    "OPT OUT",
    "Unsubscribe",
    "unsubscribe me please",
    "quit",
    "END",
    "cancel",
    "ARRÊT",
    "arrêt.",
    "Afmelden",
    "uitschrijven",
    "abmelden",
    "baja",
    "stopp",
    "wypisz mnie",
    "İptal",
]
CONVERSATIONS = [
    "Stop by the office",
    "STOP this bill",
    "I can't stop thinking about it",
    "Yes",
    "I voted!",
    "Don't end the strike now",
    "Can I cancel my leave for the rally?",
    "stopwatch",
    "Quite so",
    "",
    "When does it start?",
    "Help is on the way",
    "🛑",
    "The bus stop is far",
    "at the end",
]
ONLY_HELD = [
    "take me off your list",
    "Who is this, leave me alone",
    "Please don't text me again",
    "I want to unsubscribe from this",
    "No more texts thank you",
    "Haal me van jullie lijst af",
]


@pytest.mark.parametrize("body", STOPS)
def test_a_stop_in_any_spelling_is_a_stop(body: str) -> None:
    assert read_words(body) is Said.STOP


@pytest.mark.parametrize("body", CONVERSATIONS)
def test_a_sentence_with_such_a_word_in_it_is_a_conversation(body: str) -> None:
    assert read_words(body) is Said.SOMETHING_ELSE


@pytest.mark.parametrize("body", ONLY_HELD)
def test_what_only_sounds_like_a_stop_waits_for_a_person(body: str) -> None:
    assert read_words(body) is Said.MAYBE_STOP


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("HELP", Said.HELP),
        ("info?", Said.HELP),
        ("Start", Said.START),
        ("UNSTOP", Said.START),
        ("hulp", Said.HELP),
    ],
)
def test_help_and_start_are_understood(body: str, said: Said) -> None:
    assert read_words(body) is said


def test_every_list_is_written_the_way_it_is_compared() -> None:
    for words in word_lists:
        for entry in {*words.stop, *words.start, *words.help, *words.phrases}:
            assert normalise(entry) == entry


def test_every_language_has_a_stop_and_every_stop_word_alone_stops() -> None:
    for words in word_lists:
        assert words.stop
        assert words.phrases
        for word in words.stop:
            assert read_words(word.upper()) is Said.STOP
