import json
from typing import Any, cast

from groundswell.imports.bulk_write import write_columns
from groundswell.imports.left_out import left_out_as_text
from groundswell.imports.matching import RowKeys
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.names import name_key
from groundswell.imports.reading import Columns, columns_of, read_row
from groundswell.imports.reasons import CellProblem
from groundswell.imports.registry import Values
from groundswell.imports.staged import CHUNK
from groundswell.imports.steps import add_counts, chunk_of
from groundswell.kernel.fields import Sealed
from groundswell.kernel.sealed import match_key

WRITTEN = (
    "values", "outcome", "reason", "left_out", "same_as", "person", "position",
    "external_id", "phone_key", "email_key", "name_key",
)  # fmt: skip
ReadRow = tuple[Any, ...]


def read_chunk(run: ImportRun) -> None:
    """First pass of the dry run: what the cells say, and the keys by which people are recognised."""
    rows = run.rows.filter(number__gt=run.cursor).order_by("number")
    staged = list(rows.values_list("id", "number", "cells")[:CHUNK])
    columns = columns_of(run.mapping, run.headers, run.group.organisation.country)
    written = [
        (row_id, *_read(run.organisation_id, number, cast("Sealed", cells), columns))
        for row_id, number, cells in staged
    ]
    rejected = sum(row[2] == ImportRow.Outcome.REJECTED for row in written)
    with chunk_of(run) as run:
        write_columns(ImportRow, WRITTEN, written)
        run.rows_done += len(staged)
        add_counts(run, "preview", {"rejected": rejected})
        if len(staged) == CHUNK:
            run.cursor = staged[-1][1]
        else:
            run.phase, run.cursor = "decide", 0


def _read(organisation_id: int, number: int, cells: Sealed, columns: Columns) -> ReadRow:
    try:
        reading = read_row(json.loads(cells.open()), columns)
    except CellProblem as problem:
        return (None, ImportRow.Outcome.REJECTED, problem.reason, "", None, None, None, None, None, None, "")
    keys = _keys(organisation_id, number, reading.values)
    sealed = Sealed.of("import-values", json.dumps(reading.values, ensure_ascii=False))
    return (
        sealed, "", "", left_out_as_text(reading.left_out), None, None, keys.position,
        keys.external_id, keys.phone, keys.email, keys.name,
    )  # fmt: skip


def _keys(organisation_id: int, number: int, values: Values) -> RowKeys:
    phone, email = values.get("phone"), values.get("email")
    return RowKeys(
        number,
        external_id=values.get("external_id"),
        phone=match_key(organisation_id, "phone", phone) if phone else None,
        email=match_key(organisation_id, "email", email) if email else None,
        name=name_key(organisation_id, values.get("given_name", ""), values.get("family_name", "")),
    )
