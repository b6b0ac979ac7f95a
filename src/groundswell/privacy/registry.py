"""What belongs to a person: each context declares it in its `personal_data.py`, one declaration a model.

Access exports read the declarations today; erasure, retention and merging derive from the same ones.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Model, QuerySet

from groundswell.kernel.fields import Sealed
from groundswell.kernel.registry import Registry


class OnErasure(StrEnum):
    """What becomes of rows when their person is erased."""

    DELETE = "delete"  # the rows go
    BLANK = "blank"  # the rows stay for counts, without `blank` fields and without the person
    KEEP = "keep"  # the law or the person's own stop demands it; says so in `because`


@dataclass(frozen=True)
class PersonalData:
    """How rows of one model belong to a person: by the field `person`, which may be a path."""

    model: type[Model]
    person: str
    exported: tuple[str, ...]
    on_erasure: OnErasure
    blank: tuple[str, ...] = ()
    because: str = ""
    order: tuple[str, ...] = field(default=("pk",))

    def rows_of(self, person_id: int) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.all()
        return rows.filter(**{self.person: person_id}).order_by(*self.order)

    def exported_rows(self, person_id: int) -> list[dict[str, Any]]:
        rows = self.rows_of(person_id).values(*self.exported)
        return [{name: _open(value) for name, value in row.items()} for row in rows]


declarations: Registry[PersonalData] = Registry("declaration of personal data")


def declare(declaration: PersonalData) -> PersonalData:
    return declarations.register(declaration.model._meta.label_lower, declaration)


def _open(value: Any) -> Any:
    """Sealed values are the person's own, so the export shows them."""
    return value.open() if isinstance(value, Sealed) else value
