from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.db.models import Model

from groundswell.history.models import Change, Changeset
from groundswell.history.values import pack, pack_row

CHUNK = 2000
WHOLE_ROW = "*"


def record_changes(changeset: Changeset, model_label: str, rows: Iterable[tuple[int, str, Any, Any]]) -> None:
    """Keeps (object id, field, before, after) of each value; `model_label` is like "people.person"."""
    changes = (
        Change(
            changeset=changeset,
            model=model_label,
            object_id=object_id,
            field=field,
            before=pack(before),
            after=pack(after),
        )
        for object_id, field, before, after in rows
    )
    while chunk := list(islice(changes, CHUNK)):
        Change.objects.bulk_create(chunk)


def save_changes(changeset: Changeset, row: Model, **values: Any) -> list[str]:
    """Sets fields on a row and saves those that really changed; returns their names."""
    changed = [(name, getattr(row, name), value) for name, value in values.items()]
    changed = [change for change in changed if change[1] != change[2]]
    for name, _before, after in changed:
        setattr(row, name, after)
    if changed:
        names = [name for name, _before, _after in changed]
        row.save(update_fields=names)
        record_changes(
            changeset,
            row._meta.label_lower,
            [(row.pk, name, before, after) for name, before, after in changed],
        )
    return [name for name, _before, _after in changed]


def record_inserted(changeset: Changeset, rows: Iterable[Model]) -> None:
    """Rows that came: undo removes them while they are still what they were."""
    for row in rows:
        record_changes(changeset, row._meta.label_lower, [(row.pk, WHOLE_ROW, None, pack_row(row))])


def record_deleted(changeset: Changeset, rows: Iterable[Model]) -> None:
    """Rows about to go: undo brings them back under their old id."""
    for row in rows:
        record_changes(changeset, row._meta.label_lower, [(row.pk, WHOLE_ROW, pack_row(row), None)])
