from uuid import UUID

from groundswell.segments.models import Segment
from tests.architecture.samples import Sample
from tests.world import World


def segment(world: World) -> UUID:
    made = Segment.objects.create(
        organisation=world.union, group=world.leeds, name="Drivers", definition={"all": []}
    )
    return made.public_id


PARAMETERS = {"segment_id": Sample(segment)}
