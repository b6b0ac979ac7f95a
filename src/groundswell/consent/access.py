from uuid import UUID

from django.shortcuts import get_object_or_404

from groundswell.consent.models import Hold
from groundswell.consent.selectors import numbers_of
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.people.access import get_person_for
from groundswell.people.models import Person


def get_hold_for(viewer: Viewer, person_id: UUID, channel: str) -> tuple[Person, Hold]:
    """What waits for a decision about one of the viewer's people."""
    person = get_person_for(viewer, person_id, Right.DECIDE_HOLDS)
    holds = Hold.objects.filter(
        organisation=viewer.organisation_id,
        match_key__in=numbers_of(person),
        channel=channel,
        decided_at=None,
    )
    return person, get_object_or_404(holds[:1])
