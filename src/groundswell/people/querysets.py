from typing import TYPE_CHECKING

from django.db import models

from groundswell.orgs.rights import Right

if TYPE_CHECKING:
    from groundswell.orgs.viewer import Viewer
    from groundswell.people.models import Person  # noqa: F401


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, viewer: "Viewer", right: Right = Right.SEE_PEOPLE) -> "PersonQuerySet":
        """The only door to people: those of the groups in which the viewer has this right."""
        return self.alive().filter(
            organisation_id=viewer.organisation_id,
            group_id__in=viewer.groups_with(right) if viewer.agreed else [],
        )

    def alive(self) -> "PersonQuerySet":
        return self.filter(deleted_at=None)
