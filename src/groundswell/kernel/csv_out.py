"""CSV that is safe to open in a spreadsheet and loses nothing when it is read back."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

BYTE_ORDER_MARK = "\ufeff"  # tells Excel that the file is UTF-8
ROWS_A_PIECE = 500

_RISKY = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
_ESCAPED = re.compile(r"'(?='*\s*[=+\-@\t\r\n＝＋－＠])")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


def safe_cell(value: object) -> str:
    """The value as text that no spreadsheet runs as a formula (OWASP: CSV injection).

    An apostrophe goes before what could be a formula. Numbers, and phone numbers in E.164, stay as they are.
    """
    if value is None:
        return ""
    text = str(value).replace("\0", "")
    if isinstance(value, int | float | Decimal) or _E164.fullmatch(text):
        return text
    return f"'{text}" if _RISKY.match(text) else text


def plain_cell(text: str) -> str:
    """What `safe_cell` was given, so that an exported file can be loaded again."""
    return _ESCAPED.sub("", text, count=1) if _ESCAPED.match(text) else text


def stream_csv(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The file in pieces, header row included by the caller; every cell made safe."""
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer)
    for number, row in enumerate(rows, start=1):
        writer.writerow([safe_cell(value) for value in row])
        if number % ROWS_A_PIECE == 0:
            yield _drain(buffer)
    yield _drain(buffer)


def _drain(buffer: io.StringIO) -> str:
    piece = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return piece
