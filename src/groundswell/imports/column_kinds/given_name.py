from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import NAME, TextKind, column_kind


@column_kind
class GivenName(TextKind):
    """The name one is called by."""

    key = "given_name"
    label = _("Given name")
    words = frozenset(
        {
            "given name",
            "first name",
            "firstname",
            "first",
            "forename",
            "voornaam",
            "roepnaam",
            "preferred name",
        }
    )
    field = "given_name"
    spoils = NAME
    longest = 80
