from groundswell.audit.models import ReadEntry
from groundswell.audit.services.note_read import flush_reads
from groundswell.texting.tests.ballot import members, start_ballot, texter
from tests.world import World


def test_whom_a_volunteer_was_shown_is_on_record(world: World) -> None:
    shown = members(world.leeds, 2)
    members(world.york, 1, start=2)
    chidi = texter(world.chidi, start_ballot(world).campaign)
    chidi.take()
    chidi.cards()
    flush_reads()
    noted = ReadEntry.objects.get(route="texting.cards")
    assert noted.membership_id == world.chidi.membership_id
    assert noted.person_ids == [person.id for person in shown]
