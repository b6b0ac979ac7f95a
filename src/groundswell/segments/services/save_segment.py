from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.segments.algebra import Definition, compile_filter
from groundswell.segments.models import Segment


@transaction.atomic
def save_segment(
    *, viewer: Viewer, group: Group, name: str, definition: Definition, segment: Segment | None = None
) -> Segment:
    """Keeps a question under a name; each change of the question is a new version of it."""
    viewer.require(Right.SEE_PEOPLE, group.id)
    compile_filter(definition, organisation=viewer.organisation)
    if segment is None:
        segment = Segment(organisation_id=viewer.organisation_id, made_by=viewer.membership, version=0)
    if segment.definition != definition or segment.version == 0:
        segment.version += 1
    segment.group, segment.name, segment.definition = group, name.strip(), definition
    segment.save()
    record(viewer.actor, "segment.saved", segment, version=segment.version)
    return segment
