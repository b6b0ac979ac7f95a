"""Text from wherever: its encoding and its separator are found out, not asked."""

import codecs
import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from groundswell.kernel.spreadsheets.limits import Limits, SheetRefused

SEPARATORS = "\t;,|"
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else the encoding of Western European Windows; raises SheetRefused."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _decode_as(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_as(data, "cp1252")


def text_rows(text: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Rows numbered as a spreadsheet would number them."""
    if "\0" in text:
        raise SheetRefused(_("This is not a text file. Save it as CSV or XLSX and choose it again."))
    csv.field_size_limit(2 * max(limits.cell, 65_536))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error:
        raise SheetRefused(
            _("After row %(row)s a quotation mark is opened and never closed, or a cell is far too long.")
            % {"row": number}
        ) from None


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise SheetRefused(
            _("The letters of this file cannot be read. Save it as CSV in UTF-8, or as XLSX.")
        ) from None


def _separator(text: str) -> str:
    """The one that divides the first line that holds something into most cells."""
    head = text[:20_000].lstrip().split("\n", 1)[0]
    return max(SEPARATORS, key=lambda separator: len(next(csv.reader([head], delimiter=separator), [])))
