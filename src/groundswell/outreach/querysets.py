from typing import TYPE_CHECKING

from django.db import models

from groundswell.orgs.rights import Right

if TYPE_CHECKING:
    from groundswell.orgs.viewer import Viewer
    from groundswell.outreach.models import Request, Script  # noqa: F401


class RequestQuerySet(models.QuerySet["Request"]):
    def visible_to(self, viewer: "Viewer", right: Right = Right.HANDLE_REQUESTS) -> "RequestQuerySet":
        """What people of the viewer's groups asked for."""
        groups = viewer.groups_with(right) if viewer.agreed else []
        return self.filter(organisation_id=viewer.organisation_id, group_id__in=groups)


class ScriptQuerySet(models.QuerySet["Script"]):
    def visible_to(self, viewer: "Viewer", right: Right = Right.RUN_CAMPAIGNS) -> "ScriptQuerySet":
        """Scripts of the groups in which the viewer runs campaigns."""
        return self.filter(
            organisation_id=viewer.organisation_id, deleted_at=None, group_id__in=viewer.groups_with(right)
        )
