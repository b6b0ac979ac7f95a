from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from groundswell.audit.models import AuditEntry
from groundswell.orgs.models import Membership
from groundswell.orgs.viewer import Viewer
from groundswell.people.life import Happening, timeline_sources
from groundswell.people.models import Note, Person


def notes(viewer: Viewer, person: Person, before: datetime | None, limit: int) -> Iterator[Happening]:
    rows = Note.objects.filter(person=person).select_related("author__user").order_by("-written_at", "-id")
    if before:
        rows = rows.filter(written_at__lt=before)
    for note in rows[:limit]:
        who = str(note.author) if note.author else ""
        yield Happening(note.written_at, _("Note"), note.body, who, "pencil-square")


def changes(viewer: Viewer, person: Person, before: datetime | None, limit: int) -> Iterator[Happening]:
    """What colleagues changed, from the audit log: which fields, never their values."""
    entries = AuditEntry.objects.filter(
        organisation_id=viewer.organisation_id, target_type="people.person", target_id=person.pk
    )
    entries = entries.filter(verb__in=_verbs()).order_by("-id")
    if before:
        entries = entries.filter(at__lt=before)
    found = list(entries[:limit])
    ids = {entry.membership_id for entry in found if entry.membership_id}
    names = {member.id: str(member) for member in _members(ids)}
    for entry in found:
        who = names.get(entry.membership_id or 0, "")
        yield Happening(entry.at, _verbs()[entry.verb], "", who, "user-circle")


def _members(ids: set[int]) -> list[Membership]:
    return list(Membership.objects.filter(id__in=ids).select_related("user"))


def _verbs() -> dict[str, str]:
    return {
        "person.added": _("Added"),
        "person.changed": _("Details changed"),
        "person.tagged": _("Tag added"),
        "person.untagged": _("Tag taken off"),
        "person.deleted": _("Deleted"),
    }


timeline_sources.register("people.notes", notes)
timeline_sources.register("people.changes", changes)
