"""A page of the audit log as a member may read it: names only of members one may see anyway."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from groundswell.audit.models import AuditEntry
from groundswell.orgs.models import Membership
from groundswell.orgs.viewer import Viewer
from groundswell.web.audit_details import details_of
from groundswell.web.audit_objects import PERSON, NamedObject, names_of, object_of
from groundswell.web.audit_words import KINDS, words_for

PAGE = 100


@dataclass(frozen=True)
class AuditFilter:
    """`before` is the id of the last entry on the page before (keyset paging)."""

    member: Membership | None = None
    kind: str = ""
    before: int | None = None


@dataclass(frozen=True)
class AuditLine:
    entry: AuditEntry
    who: str
    what: str
    on: NamedObject | None
    details: str


@dataclass(frozen=True)
class AuditPage:
    lines: list[AuditLine]
    older: int | None
    people: list[int]


def audit_page(viewer: Viewer, asked: AuditFilter) -> AuditPage:
    entries = list(_entries(viewer, asked)[: PAGE + 1])
    shown, more = entries[:PAGE], entries[PAGE:]
    names = _names(viewer, {entry.membership_id for entry in shown})
    objects = names_of(viewer, [key for entry in shown if (key := object_of(entry))])
    lines = [
        AuditLine(
            entry=entry,
            who=names.get(entry.membership_id, ""),
            what=words_for(entry.verb),
            on=objects.get(object_of(entry) or ("", 0)),
            details=details_of(entry),
        )
        for entry in shown
    ]
    people = [number for kind, number in objects if kind == PERSON]
    return AuditPage(lines, older=shown[-1].id if more else None, people=people)


def members_of(viewer: Viewer) -> QuerySet[Membership]:
    """Those whose work an organisation answers for, also after they left."""
    members = Membership.objects.filter(organisation=viewer.organisation_id)
    return members.select_related("user").order_by("user__name", "id")


def _entries(viewer: Viewer, asked: AuditFilter) -> QuerySet[AuditEntry]:
    entries = AuditEntry.objects.filter(organisation_id=viewer.organisation_id).order_by("-id")
    if asked.member:
        entries = entries.filter(membership_id=asked.member.id)
    if asked.kind:
        begins = Q(pk=None)
        for prefix in KINDS[asked.kind][1]:
            begins |= Q(verb__startswith=prefix)
        entries = entries.filter(begins)
    return entries.filter(id__lt=asked.before) if asked.before else entries


def _names(viewer: Viewer, ids: set[int | None]) -> dict[int | None, str]:
    known = [number for number in ids if number is not None]
    return {member.id: member.user.name for member in members_of(viewer).filter(id__in=known)}
