from datetime import timedelta

import pytest
import time_machine

from groundswell.history.services import (
    open_changeset,
    record_deleted,
    record_inserted,
    save_changes,
    undo_changeset,
)
from groundswell.history.services.undo_changeset import AlreadyUndone, TooOldToUndo
from groundswell.history.tasks import purge_values
from groundswell.kernel import clock
from groundswell.orgs.models import Agreement, Group
from tests.world import World


def test_a_change_is_taken_back(world: World) -> None:
    changeset = open_changeset(actor=world.amina.actor, kind="group", label="Renamed")
    save_changes(changeset, world.leeds, name="Leeds and Bradford", kind=world.leeds.kind)
    outcome = undo_changeset(actor=world.amina.actor, changeset=changeset)
    world.leeds.refresh_from_db()
    assert world.leeds.name == "Leeds"
    assert outcome.reverted == 1


def test_what_somebody_changed_since_stays_and_is_listed(world: World) -> None:
    changeset = open_changeset(actor=world.amina.actor, kind="group", label="Renamed")
    save_changes(changeset, world.leeds, name="Leeds and Bradford")
    Group.objects.filter(id=world.leeds.id).update(name="Bram's own name")
    outcome = undo_changeset(actor=world.amina.actor, changeset=changeset)
    world.leeds.refresh_from_db()
    assert world.leeds.name == "Bram's own name"
    assert outcome.kept == [("orgs.group", world.leeds.id, "name")]


def test_a_removed_row_comes_back_under_its_id(world: World) -> None:
    agreement = Agreement.objects.create(
        organisation=world.union, version=9, bodies={"en": "Be kind"}, questions={}, published_at=clock.now()
    )
    changeset = open_changeset(actor=world.amina.actor, kind="agreement", label="Removed")
    record_deleted(changeset, [agreement])
    number = agreement.id
    agreement.delete()
    undo_changeset(actor=world.amina.actor, changeset=changeset)
    assert Agreement.objects.get(id=number).bodies == {"en": "Be kind"}


def test_an_inserted_row_goes_again(world: World) -> None:
    group = Group.objects.create(organisation=world.union, parent=world.leeds, name="North", path="/x/")
    changeset = open_changeset(actor=world.amina.actor, kind="group", label="Added")
    record_inserted(changeset, [Group.objects.get(id=group.id)])
    undo_changeset(actor=world.amina.actor, changeset=changeset)
    assert not Group.objects.filter(id=group.id).exists()


def test_nothing_is_undone_twice(world: World) -> None:
    changeset = open_changeset(actor=world.amina.actor, kind="group", label="Renamed")
    undo_changeset(actor=world.amina.actor, changeset=changeset)
    with pytest.raises(AlreadyUndone):
        undo_changeset(actor=world.amina.actor, changeset=changeset)


def test_former_values_are_deleted_after_ninety_days(world: World) -> None:
    changeset = open_changeset(actor=world.amina.actor, kind="group", label="Renamed")
    save_changes(changeset, world.leeds, name="Loiner")
    with time_machine.travel(clock.now() + timedelta(days=91)):
        purge_values()
        assert not changeset.changes.exists()
        with pytest.raises(TooOldToUndo):
            undo_changeset(actor=world.amina.actor, changeset=changeset)
