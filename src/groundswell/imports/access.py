from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from groundswell.imports.models import ImportRun
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer


def get_import_for(viewer: Viewer, public_id: UUID) -> ImportRun:
    """An import into a group where the viewer may load people; others do not exist for them."""
    return get_object_or_404(imports_for(viewer), public_id=public_id)


def imports_for(viewer: Viewer) -> QuerySet[ImportRun]:
    runs = ImportRun.objects.filter(
        organisation=viewer.organisation_id, group__in=viewer.groups_with(Right.IMPORT_PEOPLE)
    )
    return runs.exclude(state=ImportRun.State.READING).select_related(
        "group", "group__organisation", "made_by__user", "changeset"
    )
