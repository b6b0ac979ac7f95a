from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kind


@column_kind
class Ignored(ColumnKind):
    """A column that is left out: what is not needed is better not kept."""

    key = "ignore"
    label = _("Leave this column out")
    several = True

    def read(self, cell: str, sheet: Sheet) -> Values:
        return {}
