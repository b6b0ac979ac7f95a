"""What other contexts add to a person's page: each registers one panel in its `person_panels.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from groundswell.kernel.registry import Registry
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person


@dataclass(frozen=True)
class PersonPanel:
    """`template` sees `panel` (what `context` gives) and `person`; small `order` comes first."""

    template: str
    context: Callable[[Viewer, Person], dict[str, Any]]
    order: int = 50


@dataclass(frozen=True)
class ShownPanel:
    template: str
    data: dict[str, Any]


person_panels: Registry[PersonPanel] = Registry("person panel")


def panels_for(viewer: Viewer, person: Person) -> list[ShownPanel]:
    ordered = sorted(person_panels, key=lambda panel: panel.order)
    return [ShownPanel(panel.template, panel.context(viewer, person)) for panel in ordered]
