"""What an audit entry adds, in words: how many, which fields, which role. Ids say nothing to a reader."""

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.audit.models import AuditEntry
from groundswell.orgs.models import Role

COUNTS = ("rows", "count", "given_back", "reverted", "people")


def details_of(entry: AuditEntry) -> str:
    said = entry.details
    parts = [_fields(entry, said["fields"])] if isinstance(said.get("fields"), list) else []
    if said.get("role") in Role.values:
        parts.append(str(Role(said["role"]).label))
    for name in COUNTS:
        if isinstance(number := said.get(name), int):
            parts.append(_count(name, number))
    if said.get("purpose"):
        parts.append(_("for: %(purpose)s") % {"purpose": said["purpose"]})
    return ", ".join(parts)


def _count(name: str, number: int) -> str:
    words = {
        "rows": ngettext("%(n)s row", "%(n)s rows", number),
        "people": ngettext("%(n)s person", "%(n)s people", number),
        "reverted": ngettext("%(n)s taken back", "%(n)s taken back", number),
        "given_back": ngettext("%(n)s given back", "%(n)s given back", number),
    }
    return words.get(name, "%(n)s") % {"n": f"{number:,}"}


def _fields(entry: AuditEntry, fields: list[str]) -> str:
    return ", ".join(_field(entry.target_type, name) for name in fields)


def _field(target_type: str, name: str) -> str:
    try:
        field = apps.get_model(target_type)._meta.get_field(name)
        return str(getattr(field, "verbose_name", name))
    except (LookupError, ValueError, FieldDoesNotExist):
        return name.replace("_", " ")
