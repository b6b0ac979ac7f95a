import re

from django.utils.translation import gettext_lazy as _

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kind
from groundswell.kernel.phones import read_phone

PHONE_LIKE = re.compile(r"[+(]?[0-9][0-9 ().\-/]{7,20}")


@column_kind
class Mobile(ColumnKind):
    """A phone number, kept in E.164; a landline is kept too, but is never texted."""

    key = "mobile"
    label = _("Mobile")
    words = frozenset(
        {
            "mobile", "mobile phone", "mobile number", "cell", "cell phone", "phone",
            "phone number", "telephone", "tel", "mobiel", "mobiele telefoon", "telefoon",
            "telefoonnummer", "mobiel nummer", "gsm", "06 nummer",
        }
    )  # fmt: skip

    def looks_like(self, cell: str, sheet: Sheet) -> bool:
        return bool(PHONE_LIKE.fullmatch(cell)) and read_phone(cell, sheet.country) is not None

    def read(self, cell: str, sheet: Sheet) -> Values:
        phone = read_phone(cell, sheet.country)
        if phone is None:
            raise CellProblem(Reason.PHONE)
        return {"phone": phone.e164, "textable": phone.textable, "zones": list(phone.zones)}
