from groundswell.kernel.spreadsheets.limits import Limits
from groundswell.kernel.spreadsheets.sheet import Sheet, sheet_of
from groundswell.kernel.spreadsheets.text import decode, text_rows
from groundswell.kernel.spreadsheets.workbook import is_workbook, workbook_rows


def read_sheet(source: bytes | str, limits: Limits | None = None) -> Sheet:
    """The header and rows of an uploaded file (bytes) or of pasted cells (str); raises SheetRefused.

    Rows are read as they are asked for, so a limit may also be met half-way through them.
    """
    limits = limits or Limits()
    limits.check_size(len(source))
    if isinstance(source, bytes) and is_workbook(source):
        return sheet_of(workbook_rows(source, limits), limits)
    text = source if isinstance(source, str) else decode(source)
    return sheet_of(text_rows(text, limits), limits)
