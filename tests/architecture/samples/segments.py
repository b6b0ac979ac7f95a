from groundswell.segments.models import Segment
from tests.architecture.samples import Sample
from tests.world import World


def segment(world: World) -> dict[str, object]:
    made = Segment.objects.create(
        organisation=world.union, group=world.leeds, name="Drivers", definition={"all": []}
    )
    return {"segment_id": made.public_id}


SAMPLES = {
    "segment": Sample(segment),
    "segment_remove": Sample(segment),
    "segment_restore": Sample(segment),
}
