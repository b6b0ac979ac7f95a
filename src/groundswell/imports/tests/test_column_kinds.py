"""The contract of every column kind, and what the ones that read something understand."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.imports.guessing import guess_kinds
from groundswell.imports.reading import columns_of, read_row
from groundswell.imports.reasons import CellProblem
from groundswell.imports.registry import ColumnKind, Sheet, column_kinds

GB = Sheet("GB", "Shirt size")
KINDS = pytest.mark.parametrize("kind", list(column_kinds), ids=column_kinds.keys())


@KINDS
def test_a_kind_says_what_it_is(kind: ColumnKind) -> None:
    assert str(kind.label)
    assert all(word == word.casefold().strip() for word in kind.words)
    assert type(kind).__doc__


@KINDS
@given(cell=st.text(min_size=1, max_size=700).map(str.strip).filter(bool))
def test_a_kind_reads_or_refuses_whatever_is_typed(kind: ColumnKind, cell: str) -> None:
    kind.looks_like(cell, GB)
    with suppress(CellProblem):
        values = kind.read(cell, GB)
        assert json.loads(json.dumps(values)) == values


@KINDS
def test_a_kind_is_guessed_from_its_own_words(kind: ColumnKind) -> None:
    for word in kind.words:
        guess = guess_kinds([word], [["x"]], "GB")[0]
        assert guess == kind.key, word


def test_dutch_headers_are_understood() -> None:
    headers = [
        "Lidnummer",
        "Voornaam",
        "Tussenvoegsel",
        "Naam",
        "Mobiel",
        "E-mailadres",
        "Afdeling",
        "Woonplaats",
    ]
    assert guess_kinds(headers, [], "NL") == [
        "membership_number", "given_name", "name_prefix", "family_name", "mobile", "email", "branch", "town",
    ]  # fmt: skip


def test_columns_are_recognised_by_what_is_in_them() -> None:
    rows = [["07400 123456", "d@example.org", "LS1 1AA", "x"], ["07400 123457", "", "LS2 2BB", "y"]]
    assert guess_kinds(["A", "B", "C", "D"], rows, "GB") == ["mobile", "email", "postcode", "ignore"]


def test_a_prefix_goes_before_the_family_name() -> None:
    columns = columns_of(["membership_number", "name_prefix", "family_name"], ["a", "b", "c"], "NL")
    assert read_row(["1.0", "van der", "Berg"], columns).values == {
        "external_id": "1",
        "family_name": "van der Berg",
    }


def test_a_dash_or_not_applicable_is_an_empty_cell() -> None:
    columns = columns_of(["membership_number", "mobile", "email"], ["a", "b", "c"], "GB")
    assert read_row(["7", "n/a", " - "], columns).values == {"external_id": "7"}


def test_a_number_marked_as_text_by_a_spreadsheet_is_read() -> None:
    columns = columns_of(["mobile"], ["a"], "GB")
    assert read_row(["'+447400123456"], columns).values["phone"] == "+447400123456"


def test_a_whole_name_is_divided() -> None:
    name = column_kinds.get("full_name")
    assert name.read("Jan van der Berg", GB) == {"given_name": "Jan", "family_name": "van der Berg"}
    assert name.read("Berg, Jan", GB) == {"given_name": "Jan", "family_name": "Berg"}
