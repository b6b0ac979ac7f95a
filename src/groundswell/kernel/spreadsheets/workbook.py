"""Workbooks: what is inside is counted while it is unzipped, then a limited child process parses it."""

import io
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from groundswell.kernel.spreadsheets.limits import Limits, SheetRefused

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
CHILD = Path(__file__).with_name("child.py")
CHUNK = 1 << 20
SMALL = 10_000_000


def is_workbook(data: bytes) -> bool:
    return data.startswith((ZIP, OLE))


def workbook_rows(data: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Rows of the first sheet that holds something; raises SheetRefused."""
    if data.startswith(ZIP):
        _count_unzipped(data, limits)
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", str(CHILD), str(limits.rows), str(limits.columns)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            yield from _from_child(child, data)
        finally:
            child.kill()


def _from_child(child: "subprocess.Popen[bytes]", data: bytes) -> Iterator[tuple[int, list[str]]]:
    assert child.stdin
    assert child.stdout
    try:
        with child.stdin:
            child.stdin.write(data)
    except BrokenPipeError:
        raise _unreadable() from None
    for line in child.stdout:
        message = json.loads(line)
        if isinstance(message, str):
            raise _refusal(message)
        yield message[0], message[1]
    if child.wait() != 0:
        raise _unreadable()


def _count_unzipped(data: bytes, limits: Limits) -> None:
    """Never believes the sizes a zip file claims."""
    most = min(limits.unzipped, max(SMALL, len(data) * limits.ratio))
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                with archive.open(member) as file:
                    while chunk := file.read(CHUNK):
                        total += len(chunk)
                        if total > most:
                            raise SheetRefused(_("There is far more inside this file than a list needs."))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise _unreadable() from None


def _refusal(code: str) -> SheetRefused:
    if code == "password":
        return SheetRefused(_("The file is locked with a password. Save it without one."))
    if code == "large":
        return SheetRefused(_("The sheet has too many rows or columns. Split it into smaller files."))
    return _unreadable()


def _unreadable() -> SheetRefused:
    return SheetRefused(_("The file cannot be read as a spreadsheet. Save it as XLSX or CSV and try again."))
