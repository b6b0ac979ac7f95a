from typing import TYPE_CHECKING

from django.db import models

from groundswell.orgs.rights import Right

if TYPE_CHECKING:
    from groundswell.orgs.viewer import Viewer
    from groundswell.segments.models import Segment  # noqa: F401


class SegmentQuerySet(models.QuerySet["Segment"]):
    def visible_to(self, viewer: "Viewer", right: Right = Right.SEE_PEOPLE) -> "SegmentQuerySet":
        """Saved by somebody of the viewer's groups."""
        groups = viewer.groups_with(right) if viewer.agreed else []
        return self.filter(organisation_id=viewer.organisation_id, group_id__in=groups, deleted_at=None)
