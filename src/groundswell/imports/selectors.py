"""What the pages of an import show."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.consent.channels import Purpose
from groundswell.imports.guards import undo_guards
from groundswell.imports.left_out import left_out_in_words
from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.reasons import Reason
from groundswell.imports.registry import Sheet, column_kinds
from groundswell.kernel import clock
from groundswell.kernel.fields import Sealed
from groundswell.kernel.phones import mask_phone
from groundswell.people.models import Person

SAMPLES = 3
PROBLEMS_SHOWN = 50
KEPT_SHOWN = 200


@dataclass(frozen=True)
class Column:
    """One column as the mapping page shows it."""

    place: int
    header: str
    kind: str
    samples: list[str]


def columns_with_samples(run: ImportRun) -> list[Column]:
    """The first values of each column; what looks like a number is shown by its last digits."""
    rows = run.rows.order_by("number").values_list("cells", flat=True)[:30]
    opened = [json.loads(cast("Sealed", cells).open()) for cells in rows]
    country = run.group.organisation.country
    return [
        Column(place, header, kind, list(_samples(opened, place, kind, country)))
        for place, (header, kind) in enumerate(zip(run.headers, run.mapping, strict=True))
    ]


def _samples(rows: list[list[str]], place: int, kind: str, country: str) -> Iterator[str]:
    filled = [row[place] for row in rows if place < len(row) and row[place]]
    mobile = column_kinds.get("mobile")
    for cell in filled[:SAMPLES]:
        is_number = kind == "mobile" or mobile.looks_like(cell, Sheet(country))
        yield mask_phone(cell) if is_number else cell[:60]


@dataclass(frozen=True)
class Progress:
    done: int
    of: int
    words: str


def progress_of(run: ImportRun) -> Progress:
    """How far the running step is, and how long it will still take at this pace."""
    passes = 2 if run.state == ImportRun.State.PREVIEWING else 1
    whole = run.rows_total * passes
    spent = clock.now() - run.step_began_at if run.step_began_at else timedelta()
    if not run.rows_done:
        return Progress(0, whole, _("Just begun. You can leave this page and come back."))
    left = spent / run.rows_done * max(whole - run.rows_done, 0)
    seconds = max(int(left.total_seconds()), 1)
    words = ngettext(
        "About %(count)s second to go. You can leave this page and come back.",
        "About %(count)s seconds to go. You can leave this page and come back.",
        seconds,
    )
    return Progress(min(run.rows_done, whole), whole, words % {"count": seconds})


@dataclass(frozen=True)
class Problem:
    number: int
    words: str


def problems_of(run: ImportRun, most: int | None = None) -> Iterator[Problem]:
    """Rows that are not loaded, with the number the spreadsheet shows and the reason."""
    rows = run.rows.filter(outcome=ImportRow.Outcome.REJECTED).order_by("number")
    shown = rows.values_list("number", "reason", "same_as")
    for number, reason, same_as in shown[:most] if most else shown.iterator(chunk_size=2000):
        yield Problem(number, _reason_in_words(reason, same_as))


def _reason_in_words(reason: str, same_as: int | None) -> str:
    if reason == Reason.SAME_ROW and same_as:
        return _("Row %(row)s is the same person; that one counts") % {"row": same_as}
    return str(Reason(reason).label) if reason in Reason.values else reason


def partial_rows(run: ImportRun, most: int | None = None) -> Iterator[Problem]:
    """Rows that are loaded without some of their cells, with what is wrong with those."""
    rows = run.rows.exclude(left_out="").exclude(outcome=ImportRow.Outcome.REJECTED).order_by("number")
    shown = rows.values_list("number", "left_out")
    for number, left_out in shown[:most] if most else shown.iterator(chunk_size=2000):
        yield Problem(number, left_out_in_words(left_out, run.headers))


def problem_kinds(run: ImportRun) -> list[tuple[str, int]]:
    """How many rows each reason turned away, most first."""
    rows = run.rows.filter(outcome=ImportRow.Outcome.REJECTED)
    counted = rows.order_by().values_list("reason").annotate(rows=Count("id")).order_by("-rows")
    return [(_reason_in_words(reason, None), count) for reason, count in counted]


@dataclass(frozen=True)
class Kept:
    person: Person
    why: str


def kept_by_undo(run: ImportRun) -> list[Kept]:
    """People who stayed when the import was undone, and why."""
    rows = run.rows.exclude(kept="").exclude(person=None).select_related("person").order_by("number")
    return [
        Kept(row.person, str(undo_guards.get(row.kept).why) if row.kept in undo_guards else "")
        for row in rows[:KEPT_SHOWN]
        if row.person
    ]


def may_text_by_purpose(run: ImportRun) -> list[tuple[str, int]]:
    return [(str(purpose.label), run.counts.get(f"may_text_{purpose}", 0)) for purpose in Purpose]
