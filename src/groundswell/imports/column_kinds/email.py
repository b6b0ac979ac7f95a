import re

from django.utils.translation import gettext_lazy as _

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kind

EMAIL = re.compile(r"[^\s@,;<>()\"]{1,64}@(?:[^\s@.,;<>()\"]+\.)+[^\s@.,;<>()\"]{2,63}")
LONGEST = 254  # RFC 5321


@column_kind
class Email(ColumnKind):
    """An e-mail address, in small letters."""

    key = "email"
    label = _("E-mail")
    words = frozenset(
        {"email", "e-mail", "email address", "e-mail address", "mail", "emailadres", "e-mailadres"}
    )

    def looks_like(self, cell: str, sheet: Sheet) -> bool:
        return bool(EMAIL.fullmatch(cell))

    def read(self, cell: str, sheet: Sheet) -> Values:
        address = cell.removeprefix("mailto:").lower()
        if len(address) > LONGEST or not EMAIL.fullmatch(address):
            raise CellProblem(Reason.EMAIL)
        return {"email": address}
