import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.kernel.csv_out import plain_cell, safe_cell, stream_csv


@pytest.mark.parametrize(
    "formula", ["=1+1", "+1+1", "-1+cmd", "@SUM(A1)", "\tx", "\rx", "＝1+1", " =1+1", "'=1+1"]
)
def test_what_could_be_a_formula_gets_an_apostrophe(formula: str) -> None:
    assert safe_cell(formula) == f"'{formula}"


@pytest.mark.parametrize("harmless", ["Dunya", "+447700900123", "d@example.org", "3-4", "O'Neill", -5, 1.5])
def test_what_is_no_formula_stays_as_it_is(harmless: object) -> None:
    assert safe_cell(harmless) == str(harmless)


def test_nothing_is_an_empty_cell() -> None:
    assert safe_cell(None) == ""


@given(st.text().filter(lambda text: "\0" not in text))
def test_an_exported_cell_reads_back_as_it_was(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text


@given(st.text())
def test_no_exported_text_begins_like_a_formula(text: str) -> None:
    cell = safe_cell(text)
    assert not re.match(r"\s*[=@\-＝＋－＠]", cell)
    assert not cell.startswith("+") or cell[1:].isdigit()


def test_a_long_file_comes_in_pieces_and_is_whole() -> None:
    rows = [["Name", "Note"], *([f"Person {number}", 'says "hi",\nagain'] for number in range(1200))]
    pieces = list(stream_csv(rows))
    assert len(pieces) == 3
    assert pieces[0].startswith("\ufeff")
    assert list(csv.reader(io.StringIO("".join(pieces).removeprefix("\ufeff"), newline=""))) == rows
