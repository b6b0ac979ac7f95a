"""The names of what an audit entry is about, as far as the viewer may see them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse

from groundswell.audit.models import AuditEntry
from groundswell.imports.models import ImportRun
from groundswell.orgs.models import Group, Membership
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import ProviderConnection, Script, Sender
from groundswell.people.models import Person
from groundswell.segments.models import Segment
from groundswell.texting.models import Assignment, Campaign, Conversation


@dataclass(frozen=True)
class NamedObject:
    name: str
    url: str = ""


Key = tuple[str, int]
Named = dict[int, NamedObject]
Finder = Callable[[Viewer, set[int]], Named]

PERSON = "people.person"


def object_of(entry: AuditEntry) -> Key | None:
    """The person where there is one: whose answer, whose request, whose conversation."""
    person = entry.details.get("person")
    if isinstance(person, int):
        return PERSON, person
    return (entry.target_type, entry.target_id) if entry.target_id else None


def names_of(viewer: Viewer, keys: Iterable[Key]) -> dict[Key, NamedObject]:
    """One query for each kind of object on the page; what may not be seen is left out."""
    wanted: dict[str, set[int]] = {}
    for kind, number in keys:
        wanted.setdefault(kind, set()).add(number)
    return {
        (kind, number): named
        for kind, ids in wanted.items()
        if kind in FINDERS
        for number, named in FINDERS[kind](viewer, ids).items()
    }


def _people(viewer: Viewer, ids: set[int]) -> Named:
    found = Person.objects.visible_to(viewer).filter(id__in=ids)
    return {one.id: NamedObject(one.full_name, reverse("person", args=[one.public_id])) for one in found}


def _conversations(viewer: Viewer, ids: set[int]) -> Named:
    found = Conversation.objects.filter(organisation=viewer.organisation_id, id__in=ids)
    whose = dict(found.exclude(person=None).values_list("id", "person_id"))
    people = _people(viewer, set(whose.values()))
    return {number: people[person] for number, person in whose.items() if person in people}


def _assignments(viewer: Viewer, ids: set[int]) -> Named:
    found = Assignment.objects.filter(campaign__organisation=viewer.organisation_id, id__in=ids)
    return {one.id: NamedObject(str(one.membership)) for one in found.select_related("membership__user")}


def _members(viewer: Viewer, ids: set[int]) -> Named:
    found = Membership.objects.filter(organisation=viewer.organisation_id, id__in=ids)
    return {one.id: NamedObject(one.user.name) for one in found.select_related("user")}


def _imports(viewer: Viewer, ids: set[int]) -> Named:
    found = ImportRun.objects.filter(organisation=viewer.organisation_id, id__in=ids)
    return {one.id: NamedObject(one.file_name) for one in found}


def _of(kind: type[Model]) -> Finder:
    """Things whose name tells nothing about anybody."""

    def find(viewer: Viewer, ids: set[int]) -> Named:
        found = kind._default_manager.filter(organisation=viewer.organisation_id, id__in=ids)
        return {one.pk: NamedObject(str(one)) for one in found}

    return find


FINDERS: dict[str, Finder] = {
    PERSON: _people,
    "texting.conversation": _conversations,
    "texting.assignment": _assignments,
    "orgs.membership": _members,
    "imports.importrun": _imports,
    **{
        kind._meta.label_lower: _of(kind)
        for kind in (Group, Campaign, Script, Segment, ProviderConnection, Sender)
    },
}
