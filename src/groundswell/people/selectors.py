from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q

from groundswell.kernel.phones import mask_phone
from groundswell.orgs.models import Group
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import ContactPoint, CustomField, Person, Tag, Tagging
from groundswell.people.querysets import PersonQuerySet
from groundswell.people.search import matching

PAGE = 50


@dataclass(frozen=True)
class PeopleQuery:
    """What the table is asked: words, a branch with all below it, a tag."""

    text: str = ""
    group: Group | None = None
    tag: Tag | None = None


@dataclass(frozen=True)
class PeoplePage:
    """One screenful in order of family name; `after` is the last person when more follow."""

    people: list[Person]
    count: int
    after: UUID | None

    @property
    def any_known(self) -> bool:
        """Whether anybody shown has a word on how they are known."""
        return any(person.how_we_know for person in self.people)

    @property
    def any_tagged(self) -> bool:
        return any(person.taggings.all() for person in self.people)


@dataclass(frozen=True)
class ShownAddress:
    """A number or address as a page may show it."""

    kind: str
    words: str
    status: str
    textable: bool


def people_page(viewer: Viewer, query: PeopleQuery, after: UUID | None) -> PeoplePage:
    people = find_people(viewer, query)
    rows = people.select_related("group").prefetch_related(
        Prefetch("taggings", Tagging.objects.select_related("tag").order_by("tag__name")),
        Prefetch("contact_points", ContactPoint.objects.filter(kind=ContactPoint.Kind.PHONE)),
    )
    last = Person.objects.visible_to(viewer).filter(public_id=after).first() if after else None
    if last:
        rows = rows.filter(Q(sort_name__gt=last.sort_name) | Q(sort_name=last.sort_name, id__gt=last.pk))
    found = list(rows.order_by("sort_name", "id")[: PAGE + 1])
    more = len(found) > PAGE
    return PeoplePage(found[:PAGE], people.count(), found[PAGE - 1].public_id if more else None)


def find_people(viewer: Viewer, query: PeopleQuery) -> PersonQuerySet:
    people = Person.objects.visible_to(viewer)
    if query.group:
        people = people.filter(group__in=Group.objects.at_or_below(query.group))
    if query.tag:
        people = people.filter(taggings__tag=query.tag)
    return matching(people, query.text, viewer.organisation)


def addresses_of(person: Person, *, masked: bool = True) -> list[ShownAddress]:
    points = person.contact_points.order_by("-kind", "-is_primary", "id")
    return [ShownAddress(point.kind, _words(point, masked), point.status, point.textable) for point in points]


def _words(point: ContactPoint, masked: bool) -> str:
    value: str = point.value.open()
    if not masked:
        return value
    if point.kind == ContactPoint.Kind.PHONE:
        return mask_phone(value)
    name, _at, domain = value.partition("@")
    return f"{name[:1]}•••@{domain}"


def custom_values_of(person: Person) -> list[tuple[str, str]]:
    """Label and value of every column of one's own that is filled."""
    fields = CustomField.objects.filter(organisation=person.organisation_id, deleted_at=None)
    filled = [(field.label, person.custom.get(str(field.pk))) for field in fields.order_by("label")]
    return [(label, str(value)) for label, value in filled if value not in (None, "")]
