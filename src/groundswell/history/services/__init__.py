from groundswell.history.services.open_changeset import open_changeset
from groundswell.history.services.record_changes import (
    record_changes,
    record_deleted,
    record_inserted,
    save_changes,
)
from groundswell.history.services.undo_changeset import Undone, undo_changeset
from groundswell.history.services.undo_part import close_undone, undo_part

__all__ = [
    "Undone",
    "close_undone",
    "open_changeset",
    "record_changes",
    "record_deleted",
    "record_inserted",
    "save_changes",
    "undo_changeset",
    "undo_part",
]
