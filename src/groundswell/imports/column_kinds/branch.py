from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import TextKind, column_kind


@column_kind
class Branch(TextKind):
    """The home branch, by name; a name that is new makes a branch below the chosen group."""

    key = "branch"
    label = _("Branch")
    words = frozenset(
        {
            "branch",
            "branch name",
            "group",
            "chapter",
            "local",
            "region",
            "afdeling",
            "groep",
            "regio",
            "lokaal",
            "kring",
        }
    )
    field = "branch"
    longest = 120
