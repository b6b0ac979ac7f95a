from typing import Any

import pytest
from django.db import connection as database
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection, Sender, StickySender
from groundswell.outreach.senders import NoSender
from groundswell.outreach.services.choose_sender import choose_sender
from groundswell.outreach.services.choose_senders import choose_senders, chosen_sender
from groundswell.people.models import ContactPoint, Person
from tests.world import World


def numbers(world: World, connection: ProviderConnection, **speeds: int) -> list[Sender]:
    return [
        Sender.objects.create(
            organisation=world.union,
            connection=connection,
            number=f"+44770090{tail[1:]}",
            parts_per_second=speed,
        )
        for tail, speed in speeds.items()
    ]


def test_somebody_keeps_seeing_the_same_number(world: World, connection: ProviderConnection) -> None:
    numbers(world, connection, n0101=1, n0102=1, n0103=1)
    chosen = {choose_sender(organisation_id=world.union.id, match_key="dunya") for _ in range(5)}
    assert len(chosen) == 1


def test_a_retired_number_is_replaced_for_good(world: World, connection: ProviderConnection) -> None:
    numbers(world, connection, n0101=1, n0102=1)
    first = choose_sender(organisation_id=world.union.id, match_key="dunya")
    Sender.objects.filter(id=first.id).update(retired_at=clock.now())
    second = choose_sender(organisation_id=world.union.id, match_key="dunya")
    assert second != first
    assert StickySender.objects.get().sender == second


def test_without_a_number_the_reason_is_said(world: World) -> None:
    with pytest.raises(NoSender):
        choose_sender(organisation_id=world.union.id, match_key="dunya")


def test_a_rivals_numbers_are_never_chosen(world: World, connection: ProviderConnection) -> None:
    numbers(world, connection, n0101=1)
    with pytest.raises(NoSender):
        choose_sender(organisation_id=world.rival.id, match_key="dunya")


@pytest.fixture
def members(world: World) -> QuerySet[ContactPoint, Any]:
    """Four hundred numbers to text."""
    person = Person.objects.create(organisation=world.union, group=world.leeds, time_zone="Europe/London")
    ContactPoint.objects.bulk_create(
        ContactPoint(
            organisation=world.union,
            person=person,
            kind="phone",
            value="",
            match_key=f"{number:032x}",
            is_primary=False,
        )
        for number in range(400)
    )
    return ContactPoint.objects.filter(organisation=world.union).values("match_key")


def test_a_whole_campaign_gets_its_numbers_in_two_statements_by_what_each_can_send(
    world: World, connection: ProviderConnection, members: QuerySet[ContactPoint, Any]
) -> None:
    slow, fast = numbers(world, connection, n0101=1, n0102=3)
    with CaptureQueriesContext(database) as statements:
        choose_senders(organisation_id=world.union.id, match_keys=members)
    assert len(statements) == 2
    assert StickySender.objects.filter(sender=slow).count() == 100
    assert StickySender.objects.filter(sender=fast).count() == 300


def test_choosing_again_for_a_campaign_changes_nobodys_number(
    world: World, connection: ProviderConnection, members: QuerySet[ContactPoint, Any]
) -> None:
    numbers(world, connection, n0101=1)
    choose_senders(organisation_id=world.union.id, match_keys=members.filter(match_key__lt="0" * 30 + "80"))
    before = dict(StickySender.objects.values_list("match_key", "sender_id"))
    numbers(world, connection, n0102=5)
    choose_senders(organisation_id=world.union.id, match_keys=members)
    after = dict(StickySender.objects.values_list("match_key", "sender_id"))
    assert before.items() <= after.items()
    assert len(after) == 400


def test_chosen_numbers_can_be_read_for_many_rows_at_once(
    world: World, connection: ProviderConnection, members: QuerySet[ContactPoint, Any]
) -> None:
    [sender] = numbers(world, connection, n0101=1)
    choose_senders(organisation_id=world.union.id, match_keys=members)
    points = ContactPoint.objects.annotate(sender=chosen_sender(world.union.id))
    assert set(points.values_list("sender", flat=True)) == {sender.id}
