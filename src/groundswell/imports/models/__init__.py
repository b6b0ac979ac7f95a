from groundswell.imports.models.import_row import ImportRow
from groundswell.imports.models.import_run import ImportRun

__all__ = ["ImportRow", "ImportRun"]
