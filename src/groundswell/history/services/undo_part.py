from collections.abc import Collection

from groundswell.audit.actor import Actor
from groundswell.history.models import Change, Changeset
from groundswell.history.services.undo_changeset import Undone, undo_changes
from groundswell.kernel import clock


def undo_part(*, changeset: Changeset, model_label: str, object_ids: Collection[int]) -> Undone:
    """Takes back what a changeset did to some objects, newest change first, in the caller's transaction.

    For undoing in chunks what is too large for one transaction; `close_undone` ends it.
    """
    outcome = Undone()
    changes = Change.objects.filter(changeset=changeset, model=model_label, object_id__in=object_ids)
    undo_changes(list(changes.order_by("-id")), outcome)
    return outcome


def close_undone(*, actor: Actor, changeset: Changeset) -> None:
    changeset.undone_at, changeset.undone_by_id = clock.now(), actor.membership_id
    changeset.save(update_fields=["undone_at", "undone_by_id"])
