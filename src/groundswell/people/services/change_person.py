from typing import TypedDict, Unpack

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.models import Changeset
from groundswell.history.services import open_changeset, save_changes
from groundswell.kernel.facts import announce
from groundswell.orgs.models import Group
from groundswell.people.errors import NobodyToAdd
from groundswell.people.facts import PersonChanged
from groundswell.people.models import Person
from groundswell.people.names import search_name, sort_name
from groundswell.people.services.add_person import require_free
from groundswell.people.services.index_names import index_names


class Details(TypedDict, total=False):
    """What may be changed here; numbers and e-mail addresses have services of their own."""

    given_name: str
    family_name: str
    group: Group
    external_id: str | None
    postcode: str
    town: str
    language: str
    how_we_know: str
    custom: dict[str, str]


def change_person(*, actor: Actor, person: Person, **details: Unpack[Details]) -> Changeset | None:
    """Changes what is different and returns what undoes it; None when nothing was. Raises NumberTaken."""
    given = details.get("given_name", person.given_name)
    family = details.get("family_name", person.family_name)
    if not (given or family or person.contact_points.exists()):
        raise NobodyToAdd
    if "external_id" in details:
        details["external_id"] = details["external_id"] or None
    derived = {"sort_name": sort_name(given, family), "search_name": search_name(given, family)}
    with transaction.atomic():
        require_free(person.organisation_id, details.get("external_id"), but=person.pk)
        changeset = open_changeset(actor=actor, kind="person.changed", label="Details of one person")
        fields = save_changes(changeset, person, **details, **derived)
        if not fields:
            changeset.delete()
            return None
        if "search_name" in fields:
            index_names([person.pk])
        record(actor, "person.changed", person, fields=sorted(set(details) & set(fields)))
        announce(PersonChanged(organisation_id=person.organisation_id, person_id=person.pk))
    return changeset
