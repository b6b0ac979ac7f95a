"""Rows out of what people upload or paste: CSV, XLSX, ODS, XLS, or cells copied from a spreadsheet.

The type is told by the content, never by the name. Hostile files meet limits on bytes, unzipped bytes,
rows, columns and cell length before they cost anything; workbooks are parsed in a child process.
"""

from groundswell.kernel.spreadsheets.limits import Limits, SheetRefused
from groundswell.kernel.spreadsheets.read_sheet import read_sheet
from groundswell.kernel.spreadsheets.sheet import Row, Sheet

__all__ = ["Limits", "Row", "Sheet", "SheetRefused", "read_sheet"]
