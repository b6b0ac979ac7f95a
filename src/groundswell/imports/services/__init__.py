from groundswell.imports.services.apply_import import apply_import
from groundswell.imports.services.go_on import go_on
from groundswell.imports.services.map_columns import map_columns
from groundswell.imports.services.preview_import import preview_import
from groundswell.imports.services.resume_import import resume_import
from groundswell.imports.services.stage_import import stage_import
from groundswell.imports.services.state_source import state_source
from groundswell.imports.services.undo_import import undo_import

__all__ = [
    "apply_import",
    "go_on",
    "map_columns",
    "preview_import",
    "resume_import",
    "stage_import",
    "state_source",
    "undo_import",
]
