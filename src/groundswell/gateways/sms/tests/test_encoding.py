from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.gateways.sms.encoding import (
    GSM_BASIC,
    GSM_ESCAPED,
    ONE_OF_SEVERAL,
    SINGLE_PART,
    encoding_of,
    make_plain,
    measure,
    split,
)

GSM_TEXT = st.text(alphabet=GSM_BASIC + GSM_ESCAPED, max_size=700)
ANY_TEXT = st.text(max_size=300) | GSM_TEXT


@pytest.mark.parametrize(
    ("body", "encoding", "units", "parts"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        ("ж" * 70, "UCS-2", 70, 1),
        ("ж" * 71, "UCS-2", 71, 2),
        ("ж" * 134, "UCS-2", 134, 2),
        ("ж" * 135, "UCS-2", 135, 3),
        ("😀" * 35, "UCS-2", 70, 1),
        ("😀" * 36, "UCS-2", 72, 2),
        ("ж" * 66 + "😀" + "ж" * 60, "UCS-2", 128, 2),
        ("`code`", "UCS-2", 6, 1),
        ("Grüße aus Zürich, è à ò", "GSM-7", 23, 1),
        ("garçon", "UCS-2", 6, 1),
    ],
)
def test_a_text_is_measured_as_it_is_billed(body: str, encoding: str, units: int, parts: int) -> None:
    size = measure(body)
    assert (size.encoding, size.units, size.parts) == (encoding, units, parts)


def test_a_euro_sign_that_does_not_fit_moves_whole_to_the_next_part() -> None:
    assert split("a" * 152 + "€" + "b" * 20) == ["a" * 152, "€" + "b" * 20]


def test_eighty_one_euro_signs_travel_as_seventy_six_and_five() -> None:
    assert [len(part) for part in split("€" * 81)] == [76, 5]


def test_an_emoji_that_does_not_fit_moves_whole_to_the_next_part() -> None:
    assert split("ж" * 66 + "😀" + "ж" * 60) == ["ж" * 66, "😀" + "ж" * 60]


def test_the_room_that_is_left_counts_within_the_last_part() -> None:
    assert measure("a" * 150).capacity_left == 10
    assert measure("a" * 161).capacity_left == 145


def test_making_a_text_plain_keeps_every_letter_and_brings_back_the_cheap_alphabet() -> None:
    assert make_plain("“Don’t wait” – vote…\u00a0now") == '"Don\'t wait" - vote... now'
    assert make_plain("Łukasz, ça va?") == "Łukasz, ça va?"
    assert encoding_of(make_plain("it’s time")) == "GSM-7"


@given(ANY_TEXT)
def test_cutting_a_text_loses_and_adds_nothing(body: str) -> None:
    assert "".join(split(body)) == body


@given(ANY_TEXT)
def test_every_part_fits_in_one_message(body: str) -> None:
    size = measure(body)
    parts = split(body)
    room = (SINGLE_PART if len(parts) == 1 else ONE_OF_SEVERAL)[size.encoding]
    assert size.parts == len(parts)
    assert all(_weight(part, size.encoding) <= room for part in parts)
    assert sum(_weight(part, size.encoding) for part in parts) == size.units


@given(GSM_TEXT)
def test_no_part_could_have_taken_the_next_character_too(body: str) -> None:
    parts = split(body)
    for part, following in pairwise(parts):
        assert _weight(part, "GSM-7") + _weight(following[0], "GSM-7") > 153


@given(ANY_TEXT)
def test_making_plain_twice_changes_nothing_more(body: str) -> None:
    assert make_plain(make_plain(body)) == make_plain(body)


def _weight(text: str, encoding: str) -> int:
    if encoding == "GSM-7":
        return sum(2 if character in GSM_ESCAPED else 1 for character in text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
