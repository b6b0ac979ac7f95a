import re

from django.utils.translation import gettext_lazy as _

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kind

BETWEEN = re.compile(r"[,;|\n]")


@column_kind
class Tags(ColumnKind):
    """One tag, or several with commas between; tags are added, never taken away."""

    key = "tags"
    label = _("Tags")
    words = frozenset({"tag", "tags", "label", "labels", "skills", "vaardigheden"})
    several = True

    def read(self, cell: str, sheet: Sheet) -> Values:
        tags = sorted({" ".join(tag.split()) for tag in BETWEEN.split(cell)} - {""})
        if any(len(tag) > 60 for tag in tags) or len(tags) > 50:
            raise CellProblem(Reason.TOO_LONG)
        return {"tags": tags}
