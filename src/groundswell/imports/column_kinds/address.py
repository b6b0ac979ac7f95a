from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import TextKind, column_kind


@column_kind
class Address(TextKind):
    """Street and number; kept sealed."""

    key = "address"
    label = _("Street address")
    words = frozenset(
        {
            "address",
            "street",
            "street address",
            "adres",
            "straat",
            "straat en huisnummer",
            "address line 1",
            "address 1",
        }
    )
    field = "address"
    longest = 200
