from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, cast

from django.apps import apps
from django.db import transaction
from django.db.models import Field, Model
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.history.facts import ChangesetUndone
from groundswell.history.models import Change, Changeset
from groundswell.history.services.record_changes import WHOLE_ROW
from groundswell.history.values import pack, pack_row, unpack, unpack_row
from groundswell.kernel import clock
from groundswell.kernel.errors import DomainError
from groundswell.kernel.facts import announce

CHUNK = 2000


class AlreadyUndone(DomainError):
    message = _("This was undone already.")


class TooOldToUndo(DomainError):
    message = _("This is too old to undo: its former values were deleted after 90 days.")


@dataclass
class Undone:
    """How many values went back, and which (model, object, field) stayed since somebody changed them."""

    reverted: int = 0
    kept: list[tuple[str, int, str]] = field(default_factory=list)


def undo_changeset(*, actor: Actor, changeset: Changeset) -> Undone:
    """Takes back what still is as the changeset left it, newest change first, in one transaction."""
    outcome = Undone()
    with transaction.atomic():
        changeset = Changeset.objects.select_for_update().get(id=changeset.id)
        if changeset.undone_at:
            raise AlreadyUndone
        if changeset.purged_at:
            raise TooOldToUndo
        newest = Change.objects.filter(changeset=changeset).order_by("-id")
        before_id = None
        while chunk := list(newest.filter(**({"id__lt": before_id} if before_id else {}))[:CHUNK]):
            before_id = chunk[-1].id
            undo_changes(chunk, outcome)
        changeset.undone_at, changeset.undone_by_id = clock.now(), actor.membership_id
        changeset.save(update_fields=["undone_at", "undone_by_id"])
        record(actor, "changeset.undone", changeset, reverted=outcome.reverted, kept=len(outcome.kept))
        announce(ChangesetUndone(organisation_id=changeset.organisation_id, changeset_id=changeset.id))
    return outcome


def undo_changes(changes: list[Change], outcome: Undone) -> None:
    by_model: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_model[change.model].append(change)
    for label, wanted in by_model.items():
        model = apps.get_model(label)
        rows = model._base_manager.in_bulk({change.object_id for change in wanted})
        _undo_rows(model, rows, [change for change in wanted if change.field == WHOLE_ROW], outcome)
        _undo_values(model, rows, [change for change in wanted if change.field != WHOLE_ROW], outcome)


def _undo_values(model: type[Model], rows: dict[Any, Model], changes: list[Change], outcome: Undone) -> None:
    touched: dict[str, list[Model]] = defaultdict(list)
    for change in changes:
        row = rows.get(change.object_id)
        column = cast("Field[Any, Any]", model._meta.get_field(change.field))
        if row is None or pack(getattr(row, column.attname)) != change.after:
            outcome.kept.append((change.model, change.object_id, change.field))
            continue
        setattr(row, column.attname, unpack(column, change.before))
        touched[change.field].append(row)
        outcome.reverted += 1
    for name, changed in touched.items():
        model._base_manager.bulk_update(changed, [name], batch_size=500)


def _undo_rows(model: type[Model], rows: dict[Any, Model], changes: list[Change], outcome: Undone) -> None:
    gone, back = [], []
    for change in changes:
        row = rows.get(change.object_id)
        if change.before is None and row is not None and pack_row(row) == change.after:
            gone.append(change.object_id)
        elif change.before is not None and row is None:
            back.append(unpack_row(model, change.before))
        else:
            outcome.kept.append((change.model, change.object_id, change.field))
            continue
        outcome.reverted += 1
    model._base_manager.filter(pk__in=gone).delete()
    model._base_manager.bulk_create(back)
