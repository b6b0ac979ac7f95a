import pytest
from django.db import DatabaseError, transaction

from groundswell.audit.actor import Actor
from groundswell.audit.models import AuditEntry, ReadEntry
from groundswell.audit.services.note_read import flush_reads, note_read
from groundswell.audit.services.record import record
from groundswell.audit.services.seal_entries import find_broken_link, seal_entries
from groundswell.kernel import database_objects
from tests.world import World

pytestmark = pytest.mark.django_db


def three_entries() -> None:
    for number in range(3):
        record(Actor.system(1), "something.changed", count=number)
    seal_entries()


def test_an_untouched_chain_is_whole() -> None:
    three_entries()
    record(Actor.system(1), "later")
    seal_entries()
    assert find_broken_link() is None
    assert list(AuditEntry.objects.order_by("id").values_list("sequence", flat=True)) == [1, 2, 3, 4]


def test_a_removed_entry_shows() -> None:
    three_entries()
    AuditEntry.objects.filter(sequence=2).delete()
    assert find_broken_link() == 2


def test_a_sealed_entry_cannot_be_changed() -> None:
    three_entries()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEntry.objects.filter(sequence=2).update(verb="nothing.happened")


def test_the_database_objects_are_there() -> None:
    assert database_objects.missing() == []


def test_what_amina_saw_is_noted_once_per_page(world: World) -> None:
    note_read(world.amina, "person", [7, 3, 7])
    note_read(world.amina, "empty", [])
    flush_reads()
    entry = ReadEntry.objects.get()
    assert entry.person_ids == [3, 7]
    assert entry.membership_id == world.amina.membership.id
