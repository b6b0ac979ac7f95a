from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from groundswell.audit.services.record import record
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.segments.models import Segment


@transaction.atomic
def restore_segment(*, viewer: Viewer, public_id: UUID) -> None:
    """Undoes a deletion."""
    groups = viewer.groups_with(Right.SEE_PEOPLE)
    gone = Segment.objects.filter(organisation_id=viewer.organisation_id, group_id__in=groups)
    segment = get_object_or_404(gone, public_id=public_id)
    if segment.deleted_at is not None:
        segment.deleted_at = None
        segment.save(update_fields=["deleted_at"])
        record(viewer.actor, "segment.restored", segment)
