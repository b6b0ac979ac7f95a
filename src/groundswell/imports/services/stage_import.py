import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.imports.bulk_write import insert_rows
from groundswell.imports.guessing import guess_kinds
from groundswell.imports.headers import name_columns
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.scope import require_import_right
from groundswell.kernel.fields import Sealed
from groundswell.kernel.spreadsheets import Limits, Row, SheetRefused, read_sheet
from groundswell.orgs.models import Group

LIMITS = Limits(bytes=25_000_000, rows=300_000)
CHUNK = 2000
SAMPLE = 50


def stage_import(*, actor: Actor, group: Group, file_name: str, source: bytes | str) -> ImportRun:
    """Takes in the rows of an uploaded file, or of pasted cells, sealed; the file itself is not kept.

    Raises SheetRefused in words for the person who chose the file, and then keeps nothing of it.
    """
    require_import_right(actor, group)
    sheet = read_sheet(source, LIMITS)
    run = ImportRun.objects.create(
        organisation_id=group.organisation_id,
        group=group,
        made_by_id=actor.membership_id,
        file_name=file_name[:200],
    )
    try:
        header, rows = name_columns(sheet, group.organisation.country)
        sample = _stage_rows(run, rows)
        _finish(actor, run, header, sample)
    except BaseException:
        run.delete()
        raise
    return run


def _stage_rows(run: ImportRun, rows: Iterator[Row]) -> list[list[str]]:
    """Stores the rows in chunks; returns the first ones for a guess at the columns."""
    sample: list[list[str]] = []
    while chunk := list(islice(rows, CHUNK)):
        sample += [row.cells for row in chunk[: SAMPLE - len(sample)]]
        with transaction.atomic():
            insert_rows(ImportRow, ("run", "number", "cells"), _sealed(run, chunk))
        run.rows_total += len(chunk)
    if not run.rows_total:
        raise SheetRefused(_("There are column names in it, but no people below them."))
    return sample


def _sealed(run: ImportRun, rows: Iterable[Row]) -> Iterator[tuple[int, int, Sealed]]:
    for row in rows:
        cells = json.dumps([cell.replace("\0", "") for cell in row.cells], ensure_ascii=False)
        yield run.id, row.number, Sealed.of("import-row", cells)


def _finish(actor: Actor, run: ImportRun, header: Sequence[str], sample: list[list[str]]) -> None:
    run.headers = list(header)
    run.mapping = guess_kinds(header, sample, run.group.organisation.country)
    run.state = ImportRun.State.STAGED
    with transaction.atomic():
        run.save(update_fields=["headers", "mapping", "rows_total", "state"])
        record(actor, "import.staged", run, rows=run.rows_total)
