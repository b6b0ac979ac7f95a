from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import TextKind, column_kind


@column_kind
class Town(TextKind):
    """Where somebody lives."""

    key = "town"
    label = _("Town")
    words = frozenset({"town", "city", "place", "plaats", "woonplaats", "stad", "plaatsnaam"})
    field = "town"
    longest = 80
