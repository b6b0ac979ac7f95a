from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from groundswell.history.services import record_changes
from groundswell.imports.bulk_write import insert_rows, reserve_ids, write_columns
from groundswell.imports.differences import PLAIN_FIELDS, WRITTEN
from groundswell.imports.judging import Verdict
from groundswell.imports.models import ImportRun
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.ids import new_public_id
from groundswell.people.models import Person, PersonWord
from groundswell.people.names import search_name, sort_name
from groundswell.people.services.index_names import index_names
from groundswell.people.zones import zone_of_number

Zones = Mapping[tuple[str, ...], tuple[str, str]]
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
    candidates = {tuple(verdict.row.values.get("zones", ())) for verdict in new}
    zones = {each: zone_of_number(run.group.organisation, each) for each in candidates}
    rows = [_row(run, verdict, field_ids, zones) + constants for verdict in new]
    insert_rows(Person, INSERTED, rows)
    insert_rows(PersonWord, ("person", "organisation", "word"), _words(run, rows))


def _row(run: ImportRun, verdict: Verdict, field_ids: dict[str, int], zones: Zones) -> list[Any]:
    values = verdict.row.values
    plain = [values.get(name, DEFAULTS[name]) for name in PLAIN_FIELDS]
    given, family = values.get("given_name", ""), values.get("family_name", "")
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
        *zones[tuple(values.get("zones", ()))],
    ]


def _words(run: ImportRun, rows: Iterable[list[Any]]) -> Iterator[tuple[int, int, str]]:
    """What people are searched by, as `index_names` writes it for those who are there already."""
    name = INSERTED.index("search_name")
    for row in rows:
        for word in set(row[name].split()):
            yield row[0], run.organisation_id, word[:80]


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
    index_names(person.id for person, changes in changed if "search_name" in changes)


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
