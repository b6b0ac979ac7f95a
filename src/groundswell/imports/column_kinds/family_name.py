from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import NAME, TextKind, column_kind


@column_kind
class FamilyName(TextKind):
    """The name one shares with a family."""

    key = "family_name"
    label = _("Family name")
    words = frozenset(
        {"family name", "last name", "lastname", "surname", "achternaam", "familienaam", "last"}
    )
    field = "family_name"
    spoils = NAME
    longest = 80
