"""Whose data did this account see: what is asked first when an account was misused."""

from dataclasses import dataclass

from groundswell.audit.models import ReadEntry
from groundswell.orgs.models import Membership
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person
from groundswell.web.audit_words import page_in_words

PAGE = 50
NAMED = 5


@dataclass(frozen=True)
class ReadLine:
    """`others` counts those seen who are not named: many on the page, or not the viewer's to see."""

    entry: ReadEntry
    page: str
    named: list[Person]
    others: int


@dataclass(frozen=True)
class ReadsPage:
    lines: list[ReadLine]
    older: int | None
    people: list[int]


def reads_page(viewer: Viewer, member: Membership, before: int | None) -> ReadsPage:
    """Newest first; the ids ascend with time, so paging by id costs the same on every page."""
    entries = ReadEntry.objects.filter(organisation_id=viewer.organisation_id, membership_id=member.id)
    if before:
        entries = entries.filter(id__lt=before)
    found = list(entries.order_by("-id")[: PAGE + 1])
    shown = found[:PAGE]
    wanted = {number for entry in shown for number in entry.person_ids[:NAMED]}
    people = Person.objects.visible_to(viewer).in_bulk(list(wanted))
    lines = [_line(entry, people) for entry in shown]
    return ReadsPage(lines, older=shown[-1].id if len(found) > PAGE else None, people=list(people))


def _line(entry: ReadEntry, people: dict[int, Person]) -> ReadLine:
    named = [people[number] for number in entry.person_ids[:NAMED] if number in people]
    return ReadLine(entry, page_in_words(entry.route), named, len(entry.person_ids) - len(named))
