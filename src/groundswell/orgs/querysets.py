from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from groundswell.orgs.models import Group
    from groundswell.orgs.viewer import Viewer


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, viewer: "Viewer") -> "GroupQuerySet":
        """Groups in which the viewer holds any role, and all below them."""
        return self.filter(organisation_id=viewer.organisation_id, id__in=viewer.group_ids)

    def at_or_below(self, group: "Group") -> "GroupQuerySet":
        return self.filter(organisation_id=group.organisation_id, path__startswith=group.path)
