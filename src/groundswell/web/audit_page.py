"""A page of the audit log as a member may read it: names only of members one may see anyway."""

from dataclasses import dataclass

from django.db.models import QuerySet

from groundswell.audit.models import AuditEntry
from groundswell.orgs.models import Membership
from groundswell.orgs.viewer import Viewer

PAGE = 100


@dataclass(frozen=True)
class AuditFilter:
    """`before` is the id of the last entry on the page before (keyset paging)."""

    member: Membership | None = None
    verb: str = ""
    before: int | None = None


@dataclass(frozen=True)
class AuditLine:
    entry: AuditEntry
    who: str


@dataclass(frozen=True)
class AuditPage:
    lines: list[AuditLine]
    older: int | None


def audit_page(viewer: Viewer, asked: AuditFilter) -> AuditPage:
    entries = list(_entries(viewer, asked)[: PAGE + 1])
    shown, more = entries[:PAGE], entries[PAGE:]
    names = _names(viewer, {entry.membership_id for entry in shown})
    lines = [AuditLine(entry, names.get(entry.membership_id, "")) for entry in shown]
    return AuditPage(lines, older=shown[-1].id if more else None)


def members_of(viewer: Viewer) -> QuerySet[Membership]:
    """Those whose work an organisation answers for, also after they left."""
    members = Membership.objects.filter(organisation=viewer.organisation_id)
    return members.select_related("user").order_by("user__name", "id")


def _entries(viewer: Viewer, asked: AuditFilter) -> QuerySet[AuditEntry]:
    entries = AuditEntry.objects.filter(organisation_id=viewer.organisation_id).order_by("-id")
    if asked.member:
        entries = entries.filter(membership_id=asked.member.id)
    if asked.verb:
        entries = entries.filter(verb__startswith=asked.verb)
    return entries.filter(id__lt=asked.before) if asked.before else entries


def _names(viewer: Viewer, ids: set[int | None]) -> dict[int | None, str]:
    known = [number for number in ids if number is not None]
    return {member.id: member.user.name for member in members_of(viewer).filter(id__in=known)}
