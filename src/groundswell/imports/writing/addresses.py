from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from groundswell.history.services import record_changes
from groundswell.imports.bulk_write import insert_rows
from groundswell.imports.judging import Verdict
from groundswell.imports.models import ImportRun
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.sealed import match_key
from groundswell.people.models import ContactPoint

Kind, Status = ContactPoint.Kind, ContactPoint.Status
Points = Mapping[int, list[ContactPoint]]
INSERTED = (
    "person", "kind", "value", "match_key", "tail_key", "status", "textable", "is_primary",
    "organisation", "changeset_id", "created_at",
)  # fmt: skip


@dataclass
class NewPoint:
    """An address about to be added to a person."""

    person_id: int
    kind: str
    address: str
    match_key: str
    textable: bool = False
    is_primary: bool = True


def write_addresses(
    run: ImportRun, new: Sequence[Verdict], updated: Sequence[Verdict], known: Points
) -> None:
    """Adds phone numbers and e-mail addresses people do not have yet; the primary one stays primary.

    Only a number that cannot be texted makes room for one that can.
    """
    made = [point for verdict in new for point in _points(verdict, ["phone", "email"])]
    demoted: list[ContactPoint] = []
    for verdict in updated:
        points = known.get(verdict.identity or 0, [])
        for point in _points(verdict, verdict.addresses):
            primary = next((each for each in points if each.kind == point.kind and each.is_primary), None)
            point.is_primary = primary is None or _makes_room(primary, point)
            demoted += [primary] if primary and point.is_primary else []
            made.append(point)
    _demote(run, demoted)
    _insert(run, made)


def _points(verdict: Verdict, kinds: Sequence[str]) -> Iterator[NewPoint]:
    values, keys, person_id = verdict.row.values, verdict.row.keys, verdict.identity or 0
    if "phone" in kinds and keys.phone:
        yield NewPoint(person_id, Kind.PHONE, values["phone"], keys.phone, textable=values["textable"])
    if "email" in kinds and keys.email:
        yield NewPoint(person_id, Kind.EMAIL, values["email"], keys.email)


def _insert(run: ImportRun, points: Sequence[NewPoint]) -> None:
    constants = (run.organisation_id, run.changeset_id, clock.now())
    insert_rows(
        ContactPoint,
        INSERTED,
        (
            (
                point.person_id,
                point.kind,
                Sealed.of("address-of-person", point.address),
                point.match_key,
                match_key(run.organisation_id, "tail", point.address[-4:])
                if point.kind == Kind.PHONE
                else "",
                Status.LANDLINE if point.kind == Kind.PHONE and not point.textable else Status.OK,
                point.textable,
                point.is_primary,
                *constants,
            )
            for point in points
        ),
    )


def _makes_room(primary: ContactPoint, point: NewPoint) -> bool:
    return point.textable and (not primary.textable or primary.status != Status.OK)


def _demote(run: ImportRun, points: Sequence[ContactPoint]) -> None:
    if points and run.changeset:
        ContactPoint.objects.filter(id__in=[point.id for point in points]).update(is_primary=False)
        record_changes(
            run.changeset, "people.contactpoint", [(point.id, "is_primary", True, False) for point in points]
        )
