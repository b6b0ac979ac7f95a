from django.utils.translation import gettext_lazy as _

from groundswell.imports.registry import TextKind, column_kind


@column_kind
class HowWeKnow(TextKind):
    """The sentence that lets a stranger understand who this is."""

    key = "how_we_know"
    label = _("How we know them")
    words = frozenset(
        {
            "how we know them",
            "how we know",
            "source",
            "notes",
            "herkomst",
            "bron",
            "waarvan we ze kennen",
            "toelichting",
        }
    )
    field = "how_we_know"
    longest = 300
