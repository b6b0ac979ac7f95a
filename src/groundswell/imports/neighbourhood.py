"""Everybody a chunk of rows might be: people in the database, and people of earlier rows of the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from groundswell.imports.matching import Known, Neighbours
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.names import name_key
from groundswell.imports.reasons import Reason
from groundswell.imports.staged import Staged, earlier_rows, keys_of
from groundswell.kernel.among import Many
from groundswell.people.models import ContactPoint, Person

EARLIER_REASONS = ["", Reason.SAME_ROW, Reason.AMBIGUOUS]


@dataclass
class Neighbourhood:
    neighbours: Neighbours = field(default_factory=Neighbours)
    people: dict[int, Person] = field(default_factory=dict)
    points: dict[int, list[ContactPoint]] = field(default_factory=dict)


def load_neighbourhood(run: ImportRun, rows: Sequence[Staged], open_groups: frozenset[int]) -> Neighbourhood:
    """A few queries for the whole chunk."""
    around = Neighbourhood()
    found = _ids_by_key(run, rows)
    earlier = _earlier(run, rows, found)
    ids = found | {row.person_id for row in earlier if row.person_id}
    around.people = Person.objects.alive().filter(organisation_id=run.organisation_id).in_bulk(ids)
    for point in ContactPoint.objects.filter(person_id__among=Many(around.people)).defer(
        "created_at", "last_confirmed_at"
    ):
        around.points.setdefault(point.person_id, []).append(point)
    known = {person.id: _known(person, open_groups) for person in around.people.values()}
    _add_people(around, known)
    _add_earlier(around.neighbours, known, earlier)
    return around


def _ids_by_key(run: ImportRun, rows: Sequence[Staged]) -> set[int]:
    numbers = [row.keys.external_id for row in rows if row.keys.external_id]
    keys = [key for row in rows for key in (row.keys.phone, row.keys.email) if key]
    people = Person.objects.alive().filter(
        organisation_id=run.organisation_id, external_id__among=Many(numbers)
    )
    points = ContactPoint.objects.filter(
        organisation_id=run.organisation_id, kind__in=ContactPoint.Kind.values, match_key__among=Many(keys)
    )
    return {*people.values_list("id", flat=True), *points.values_list("person_id", flat=True)}


def _earlier(run: ImportRun, rows: Sequence[Staged], found: set[int]) -> list[ImportRow]:
    """Rows decided before this chunk that share a key with it, or that stand for one of its people."""
    if not rows:
        return []
    shares = (
        Q(external_id__among=Many(row.keys.external_id for row in rows if row.keys.external_id))
        | Q(phone_key__among=Many(row.keys.phone for row in rows if row.keys.phone))
        | Q(email_key__among=Many(row.keys.email for row in rows if row.keys.email))
        | Q(person_id__among=Many(found))
    )
    earlier = earlier_rows(run, rows[0].position)
    return list(earlier.filter(shares, reason__in=EARLIER_REASONS).order_by("position"))


def _known(person: Person, open_groups: frozenset[int]) -> Known:
    name = name_key(person.organisation_id, person.given_name, person.family_name)
    return Known(person.id, person.external_id, name, open=person.group_id in open_groups)


def _add_people(around: Neighbourhood, known: dict[int, Known]) -> None:
    for person_id, each in known.items():
        around.neighbours.add(each)
        for point in around.points.get(person_id, []):
            is_phone = point.kind == ContactPoint.Kind.PHONE
            around.neighbours.add(
                each,
                phone=point.match_key if is_phone else None,
                email=None if is_phone else point.match_key,
            )


def _add_earlier(neighbours: Neighbours, known: dict[int, Known], earlier: Iterable[ImportRow]) -> None:
    """Lets earlier rows say again what they said when they were decided."""
    for row in earlier:
        keys = keys_of(row)
        identity = row.person_id or -(row.same_as or row.number)
        if identity not in known:
            known[identity] = Known(
                identity,
                keys.external_id,
                keys.name,
                row=keys.number,
                doubtful=row.reason == Reason.AMBIGUOUS,
            )
        neighbours.learn(known[identity], keys, is_second=row.reason == Reason.SAME_ROW)
