from uuid import UUID

from groundswell.outreach.models import Answer, ProviderConnection, Question, Script, Sender
from tests.architecture.samples import Sample
from tests.world import World


def connection(world: World) -> ProviderConnection:
    return ProviderConnection.objects.create(
        organisation=world.union, gateway="simulator", label="Carrier", credentials="{}"
    )


def sender(world: World) -> dict[str, object]:
    line = connection(world)
    ours = Sender.objects.create(organisation=world.union, connection=line, number="+447400123400")
    return {"connection_id": line.public_id, "sender_id": ours.public_id}


def script(world: World) -> Script:
    return Script.objects.create(organisation=world.union, group=world.leeds, name="Ballot")


def question(world: World) -> Question:
    return Question.objects.create(script=script(world), text="Have you voted?")


def answer(world: World) -> UUID:
    return Answer.objects.create(question=question(world), label="Yes").public_id


SAMPLES = {
    "webhook": Sample(lambda world: {"public_id": connection(world).public_id, "kind": "inbound"}, "nowhere"),
    "sender_retire": Sample(sender, "national"),
    "sender_restore": Sample(sender, "national"),
}
PARAMETERS = {
    "connection_id": Sample(lambda world: connection(world).public_id, "national"),
    "gateway": Sample(lambda world: "simulator", "nowhere"),
    "script_id": Sample(lambda world: script(world).public_id),
    "question_id": Sample(lambda world: question(world).public_id),
    "answer_id": Sample(answer),
}
