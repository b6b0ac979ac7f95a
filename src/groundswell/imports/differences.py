"""What a row would change in somebody we know. An empty cell never erases what is known."""

from typing import Any

from groundswell.imports.registry import Values
from groundswell.kernel.fields import Sealed
from groundswell.people.models import ContactPoint, Person
from groundswell.people.names import search_name, sort_name

PLAIN_FIELDS = ("given_name", "family_name", "external_id", "postcode", "town", "language", "how_we_know")
WRITTEN = (*PLAIN_FIELDS, "sort_name", "search_name", "address", "custom", "group_id")


def changes_to(
    person: Person, values: Values, group_id: int | None, field_ids: dict[str, int]
) -> dict[str, Any]:
    """New values by field name, only where they differ."""
    changes = {
        name: values[name]
        for name in PLAIN_FIELDS
        if name in values and values[name] != getattr(person, name)
    }
    changes = {name: value for name, value in changes.items() if value}
    if changes.keys() & {"given_name", "family_name"}:
        given = changes.get("given_name", person.given_name)
        family = changes.get("family_name", person.family_name)
        changes |= {"sort_name": sort_name(given, family), "search_name": search_name(given, family)}
    if group_id and group_id != person.group_id:
        changes["group_id"] = group_id
    if address := _address(person, values):
        changes["address"] = address
    if custom := _custom(person, values, field_ids):
        changes["custom"] = custom
    return changes


def _address(person: Person, values: Values) -> Sealed | None:
    given = values.get("address")
    if not given or (person.address is not None and person.address.open() == given):
        return None
    return Sealed.of("address", given)


def _custom(person: Person, values: Values, field_ids: dict[str, int]) -> dict[str, str]:
    """All own fields, when one of them changes; one that is still to be made has its label as key."""
    given = {
        str(field_ids.get(label.lower(), label)): text for label, text in values.get("custom", {}).items()
    }
    return {} if given.items() <= person.custom.items() else {**person.custom, **given}


def new_addresses(values: Values, keys: dict[str, str | None], points: list[ContactPoint]) -> list[str]:
    """The kinds ("phone", "email") of which the row gives an address the person does not have."""
    have = {(point.kind, point.match_key) for point in points}
    return [kind for kind, key in keys.items() if key and values.get(kind) and (kind, key) not in have]
