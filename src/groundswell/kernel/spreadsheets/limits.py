from dataclasses import dataclass

from django.utils.translation import gettext as _

from groundswell.kernel.errors import BadInput


class SheetRefused(BadInput):
    """A file that cannot be read, with the reason and what to do."""


@dataclass(frozen=True)
class Limits:
    """How much a sheet may hold. Bytes count the file; `unzipped` what is inside a workbook."""

    bytes: int = 40_000_000
    unzipped: int = 400_000_000
    ratio: int = 100
    rows: int = 500_000
    columns: int = 200
    cell: int = 32_767

    def check_size(self, size: int) -> None:
        if size > self.bytes:
            raise SheetRefused(
                _("The file is larger than %(megabytes)s MB. Split it into smaller files.")
                % {"megabytes": self.bytes // 1_000_000}
            )

    def check_row(self, number: int, cells: list[str]) -> None:
        if number > self.rows:
            raise SheetRefused(
                _("The file has more than %(rows)s rows. Split it into smaller files.") % {"rows": self.rows}
            )
        if len(cells) > self.columns:
            raise SheetRefused(
                _("Row %(row)s has more than %(columns)s columns.") % {"row": number, "columns": self.columns}
            )
        if any(len(cell) > self.cell for cell in cells):
            raise SheetRefused(
                _("A cell in row %(row)s is longer than %(length)s characters.")
                % {"row": number, "length": self.cell}
            )
