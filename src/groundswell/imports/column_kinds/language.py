from functools import cache

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.imports.registry import ColumnKind, Sheet, Values, column_kind
from groundswell.people.names import plain


@cache
def codes_by_name() -> dict[str, str]:
    """ "dutch", "nederlands" and "nl" all lead to nl."""
    codes: dict[str, str] = {}
    for code, about in LANG_INFO.items():
        for name in (code, about.get("name", ""), about.get("name_local", "")):
            codes.setdefault(plain(name), code)
    return codes


@column_kind
class Language(ColumnKind):
    """The language somebody wants to be written to in."""

    key = "language"
    label = _("Language")
    words = frozenset({"language", "preferred language", "taal", "voorkeurstaal", "lang", "locale"})

    def read(self, cell: str, sheet: Sheet) -> Values:
        name = plain(cell).replace("_", "-")
        code = codes_by_name().get(name) or codes_by_name().get(name.partition("-")[0])
        if not code:
            raise CellProblem(Reason.LANGUAGE)
        return {"language": code}
