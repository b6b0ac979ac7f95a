from uuid import UUID

from django.http import Http404

from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.segments.models import Segment


def get_segment_for(viewer: Viewer, public_id: UUID, right: Right = Right.SEE_PEOPLE) -> Segment:
    """Raises Http404 for a segment of other groups, as for one that does not exist."""
    segment: Segment | None = Segment.objects.visible_to(viewer, right).filter(public_id=public_id).first()
    if segment is None:
        raise Http404
    return segment
