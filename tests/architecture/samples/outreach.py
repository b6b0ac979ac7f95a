from groundswell.outreach.models import ProviderConnection, Sender
from tests.architecture.samples import Sample
from tests.world import World


def connection(world: World) -> ProviderConnection:
    return ProviderConnection.objects.create(
        organisation=world.union, gateway="simulator", label="Carrier", credentials="{}"
    )


def provider(world: World) -> dict[str, object]:
    return {"connection_id": connection(world).public_id}


def sender(world: World) -> dict[str, object]:
    line = connection(world)
    ours = Sender.objects.create(organisation=world.union, connection=line, number="+447400123400")
    return {"connection_id": line.public_id, "sender_id": ours.public_id}


PROVIDER_PAGES = [
    "provider",
    "provider_change",
    "provider_pause",
    "provider_resume",
    "provider_disconnect",
    "provider_reconnect",
    "provider_retry",
    "provider_test",
    "sender_add",
]
SAMPLES = {
    "webhook": Sample(lambda world: {"public_id": connection(world).public_id, "kind": "inbound"}, "nowhere"),
    "provider_connect": Sample(lambda world: {"gateway": "simulator"}, "nowhere"),
    "sender_retire": Sample(sender, "national"),
    "sender_restore": Sample(sender, "national"),
    **{name: Sample(provider, "national") for name in PROVIDER_PAGES},
}
