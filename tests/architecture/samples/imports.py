from uuid import UUID

from groundswell.imports.models import ImportRun
from tests.architecture.samples import Sample
from tests.world import World


def run(world: World) -> UUID:
    made = ImportRun.objects.create(
        organisation=world.union,
        group=world.leeds,
        file_name="members.csv",
        headers=["Name"],
        mapping=["given_name"],
        state=ImportRun.State.STAGED,
    )
    return made.public_id


PARAMETERS = {"run_id": Sample(run)}
