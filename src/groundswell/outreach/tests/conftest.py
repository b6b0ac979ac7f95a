from collections.abc import Iterator

import pytest

from groundswell.gateways.simulator import inprocess
from groundswell.gateways.simulator.inprocess import InProcessCarrier
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.outreach.services.connect_provider import connect_provider
from tests.world import World

SECRET = "between us and the carrier"


@pytest.fixture
def carrier() -> Iterator[InProcessCarrier]:
    inprocess.forget_carriers()
    yield inprocess.carrier()
    inprocess.forget_carriers()


@pytest.fixture
def connection(world: World, carrier: InProcessCarrier) -> ProviderConnection:
    return connect_provider(
        actor=world.amina.actor,
        gateway="simulator",
        label="Practice",
        settings={},
        credentials={"secret": SECRET},
        address="inprocess:",
    )


@pytest.fixture
def sender(world: World, connection: ProviderConnection) -> Sender:
    return Sender.objects.create(organisation=world.union, connection=connection, number="+447700900100")
