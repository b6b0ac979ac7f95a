from django.utils.translation import gettext_lazy as _

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kind

LONGEST = 500


@column_kind
class CustomText(ColumnKind):
    """A field of the organisation's own, named after the column; made when the import is applied."""

    key = "custom_text"
    label = _("A field of our own, with this name")
    several = True

    def read(self, cell: str, sheet: Sheet) -> Values:
        if len(cell) > LONGEST:
            raise CellProblem(Reason.TOO_LONG)
        return {"custom": {sheet.header[:80]: cell}}
