from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import NAME, TextKind, column_kind


@column_kind
class NamePrefix(TextKind):
    """Dutch lists keep "van der" in a column of its own; it goes before the family name."""

    key = "name_prefix"
    label = _("Prefix of the family name")
    words = frozenset({"tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "prefix", "infix"})
    field = "name_prefix"
    spoils = NAME
    longest = 20
