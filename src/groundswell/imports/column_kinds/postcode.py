import re

from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import Sheet, TextKind, Values, column_kind

SHAPES = {
    "GB": re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}"),
    "NL": re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}"),
    "US": re.compile(r"[0-9]{5}(?:-[0-9]{4})?"),
    "CA": re.compile(r"[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]"),
}


@column_kind
class Postcode(TextKind):
    """A postcode, in capitals."""

    key = "postcode"
    label = _("Postcode")
    words = frozenset({"postcode", "post code", "postal code", "zip", "zip code", "zipcode", "pc"})
    field = "postcode"
    longest = 16

    def looks_like(self, cell: str, sheet: Sheet) -> bool:
        shape = SHAPES.get(sheet.country)
        return bool(shape and shape.fullmatch(cell.upper()))

    def read(self, cell: str, sheet: Sheet) -> Values:
        return super().read(" ".join(cell.upper().split()), sheet)
