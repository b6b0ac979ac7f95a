from django.utils.translation import gettext_lazy as _

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import NAME, ColumnKind, Sheet, Values, column_kind


@column_kind
class FullName(ColumnKind):
    """A whole name in one cell: "Dunya Aydın", or "Aydın, Dunya"."""

    key = "full_name"
    label = _("Full name")
    words = frozenset(
        {"name", "full name", "member", "member name", "naam", "volledige naam", "lid", "contact"}
    )

    spoils = NAME

    def read(self, cell: str, sheet: Sheet) -> Values:
        family, comma, given = cell.partition(",")
        if not comma:
            given, _space, family = cell.partition(" ")
        given, family = given.strip(), family.strip()
        if len(given) > 80 or len(family) > 80:
            raise CellProblem(Reason.TOO_LONG)
        return {"given_name": given, "family_name": family}
