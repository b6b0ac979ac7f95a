import io
import resource
import time
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from groundswell.kernel.spreadsheets import Limits, Row, read_sheet
from groundswell.kernel.spreadsheets.limits import SheetRefused


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr, arg-type]
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_cells_are_told_apart_by_whatever_separates_them(separator: str) -> None:
    sheet = read_sheet(f"Name{separator}Mobile\nAmina{separator}07700 900123\n".encode())
    assert sheet.header == ["Name", "Mobile"]
    assert list(sheet.rows) == [Row(2, ["Amina", "07700 900123"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_survive_whatever_encoding_a_spreadsheet_saved(encoding: str) -> None:
    assert read_sheet("Naam;Plaats\nZoë;’s-Hertogenbosch".encode(encoding)).header == ["Naam", "Plaats"]
    rows = read_sheet("Naam;Plaats\nZoë;’s-Hertogenbosch".encode(encoding)).rows
    assert next(rows).cells == ["Zoë", "’s-Hertogenbosch"]


def test_pasted_cells_are_read_like_a_file() -> None:
    assert next(read_sheet("Name\tBranch\r\nBram\tLeeds\r\n").rows).cells == ["Bram", "Leeds"]


def test_row_numbers_are_those_of_the_spreadsheet_and_empty_rows_are_passed_over() -> None:
    rows = list(read_sheet(b"Name,Branch\n\n , \nBram,Leeds\n").rows)
    assert rows == [Row(4, ["Bram", "Leeds"])]


def test_a_short_row_is_filled_up_and_a_long_one_cut_to_the_header() -> None:
    rows = list(read_sheet(b"Name,Branch,,\nBram\nChidi,Leeds,more,still more\n").rows)
    assert [row.cells for row in rows] == [["Bram", ""], ["Chidi", "Leeds"]]


def test_a_workbook_gives_numbers_and_days_as_people_type_them() -> None:
    sheet = read_sheet(xlsx(("Number", "Joined", "Active"), (447700900123, date(2026, 3, 1), True)))
    assert list(sheet.rows) == [Row(2, ["447700900123", "2026-03-01", "yes"])]


def test_an_empty_sheet_before_the_full_one_is_passed_over() -> None:
    book = Workbook()
    book.create_sheet("people").append(["Name"])
    assert read_sheet(saved(book)).header == ["Name"]


def test_nothing_at_all_is_refused_in_words() -> None:
    with pytest.raises(SheetRefused) as refused:
        read_sheet(b"\n \n")
    assert str(refused.value.message) == "There is nothing in it."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"PK\x03\x04 and then nothing of the kind", id="not really a zip"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"\xff" * 5000, id="not really an old workbook"),
        pytest.param(b"Name\0,Branch", id="NUL bytes"),
        pytest.param(b"\xff\xd8\xff\xe0\x81\x8d", id="a picture"),
        pytest.param(b'Name,Branch\n"never closed,' + b"x" * 200_000, id="a quotation mark never closed"),
        pytest.param(b"x" * 200_000, id="one endless line"),
        pytest.param(xlsx(("Name",), ("Amina",))[:-900], id="a workbook cut off"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(SheetRefused):
        list(read_sheet(data).rows)


@pytest.mark.parametrize(
    "limits", [Limits(bytes=10), Limits(rows=2), Limits(columns=1), Limits(cell=3)], ids=str
)
@pytest.mark.parametrize(
    "data", [b"Name,Branch\nBram,Leeds\nChidi,York", xlsx(("Name", "B"), ("Bram", "L"), ("C", "Y"))]
)
def test_every_limit_refuses(limits: Limits, data: bytes) -> None:
    with pytest.raises(SheetRefused):
        list(read_sheet(data, limits).rows)


def zip_bomb(name: str = "xl/worksheets/sheet1.xml") -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as inside,
    ):
        for _ in range(300):
            inside.write(b"0" * 1_000_000)
    return file.getvalue()


def sparse_bomb() -> bytes:
    """Two cells, the second in the last corner: a naive reader lays out seventeen thousand million cells."""
    book = Workbook()
    book.active["A1"] = "Name"  # type: ignore[index]
    book.active.cell(row=1_048_576, column=16_384, value="boo")  # type: ignore[union-attr]
    return saved(book)


@pytest.mark.parametrize("bomb", [zip_bomb, sparse_bomb])
def test_a_bomb_is_refused_quickly_and_without_the_memory_it_asks_for(bomb: object) -> None:
    data = bomb()  # type: ignore[operator]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    with pytest.raises(SheetRefused):
        list(read_sheet(data).rows)
    assert time.monotonic() - started < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000
