import re

from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import Sheet, TextKind, Values, column_kind

WHOLE_FLOAT = re.compile(r"[0-9]+\.0")


@column_kind
class MembershipNumber(TextKind):
    """The number by which another system knows this person: the first thing people are matched by."""

    key = "membership_number"
    label = _("Membership number")
    words = frozenset(
        {
            "membership number", "membership no", "membership id", "member number", "member no",
            "member id", "number", "id", "external id", "lidnummer", "lidmaatschapsnummer",
            "relatienummer", "nummer", "lid nr",
        }
    )  # fmt: skip
    decides = True
    field = "external_id"
    longest = 60

    def read(self, cell: str, sheet: Sheet) -> Values:
        number = "".join(cell.split())
        return super().read(number[:-2] if WHOLE_FLOAT.fullmatch(number) else number, sheet)
