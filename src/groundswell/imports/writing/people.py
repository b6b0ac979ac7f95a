from collections.abc import Iterator, Sequence
from typing import Any

from groundswell.history.services import record_changes
from groundswell.imports.bulk_write import insert_rows, reserve_ids, write_columns
from groundswell.imports.differences import PLAIN_FIELDS, WRITTEN
from groundswell.imports.judging import Verdict
from groundswell.imports.models import ImportRun
from groundswell.imports.registry import Values
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.ids import new_public_id
from groundswell.orgs.models import Organisation
from groundswell.people.models import Person
from groundswell.people.names import search_name, sort_name

ZoneSource = Person.ZoneSource
DEFAULTS = {name: None if name == "external_id" else "" for name in PLAIN_FIELDS}
INSERTED = (
    "id", "public_id", "group", *PLAIN_FIELDS, "sort_name", "search_name", "address", "custom",
    "time_zone", "time_zone_source", "organisation", "changeset_id", "created_at", "updated_at",
)  # fmt: skip


def insert_people(run: ImportRun, new: Sequence[Verdict], field_ids: dict[str, int]) -> None:
    """Adds whoever is new; each verdict gets the id of its person."""
    now = clock.now()
    constants = [run.organisation_id, run.changeset_id, now, now]
    for verdict, person_id in zip(new, reserve_ids(Person, len(new)), strict=True):
        verdict.identity = person_id
    insert_rows(Person, INSERTED, (_row(run, verdict, field_ids) + constants for verdict in new))


def _row(run: ImportRun, verdict: Verdict, field_ids: dict[str, int]) -> list[Any]:
    values = verdict.row.values
    plain = [values.get(name, DEFAULTS[name]) for name in PLAIN_FIELDS]
    given, family = plain[:2]
    address = values.get("address")
    return [
        verdict.identity,
        new_public_id(),
        verdict.group_id or run.group_id,
        *plain,
        sort_name(given, family),
        search_name(given, family),
        Sealed.of("address", address) if address else None,
        {str(field_ids[label.lower()]): text for label, text in values.get("custom", {}).items()},
        *zone_of(values, run.group.organisation),
    ]


def zone_of(values: Values, organisation: Organisation) -> tuple[str, str]:
    """The number's own zone where its country has one zone and it is not ours."""
    zones = values.get("zones", [])
    if len(zones) == 1 and zones[0] not in {organisation.time_zone, "Etc/Unknown"}:
        return zones[0], ZoneSource.NUMBER
    return organisation.time_zone, ZoneSource.ORGANISATION


def change_people(run: ImportRun, updated: Sequence[Verdict]) -> None:
    """Sets what is different and keeps what it was, for the undo."""
    changed = [(verdict.person, verdict.changes) for verdict in updated if verdict.person and verdict.changes]
    if not changed:
        return
    if run.changeset:
        record_changes(run.changeset, "people.person", _before_and_after(changed))
    now = clock.now()
    write_columns(
        Person,
        [
            *(name.removesuffix("_id") for name in WRITTEN if name != "external_id"),
            "external_id",
            "updated_at",
        ],
        [
            (
                person.id,
                *(changes.get(name, getattr(person, name)) for name in WRITTEN if name != "external_id"),
                changes.get("external_id", person.external_id),
                now,
            )
            for person, changes in changed
        ],
    )


def _before_and_after(
    changed: Sequence[tuple[Person, dict[str, Any]]],
) -> Iterator[tuple[int, str, Any, Any]]:
    for person, changes in changed:
        for name, after in changes.items():
            yield (
                person.id,
                name.removesuffix("_id") if name == "group_id" else name,
                getattr(person, name),
                after,
            )
