"""Whatever happens in whatever order: nobody gets a text twice, and nobody gets one after their stop."""

import os
from collections import Counter

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from groundswell.kernel.errors import DomainError
from groundswell.texting.dispatcher.claim import claim
from groundswell.texting.models import Assignment, Conversation, Text, Turn
from groundswell.texting.services.pause_campaign import pause_campaign
from groundswell.texting.services.release_turns import release_expired
from groundswell.texting.services.resume_campaign import resume_campaign
from groundswell.texting.services.stop_person import stop_person
from groundswell.texting.services.supervise import resume_texter, suspend_texter, take_over_conversation
from groundswell.texting.tasks import end_leases
from groundswell.texting.tests.ballot import members, number, start_ballot, texter
from tests.world import World

DEEDS = (
    "take", "tap", "tap", "resend", "dispatch", "dispatch", "crash", "says", "stop", "presses_stop", "answer",
    "expire", "suspend", "take_over", "pause", "resume",
)  # fmt: skip
EXAMPLES = 60 if os.environ.get("CI") else 12


class Branch:
    """Three members, two volunteers, and a count of what may have reached each handset."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.people = members(world.leeds, 3)
        self.ballot = start_ballot(world, batch_size=2)
        self.crew = [texter(world.chidi, self.ballot.campaign), texter(world.bram, self.ballot.campaign)]
        self.tapped: list[tuple[int, dict[str, object]]] = []
        self.at_stop: dict[str, int] = {}
        self.who = 0

    def do(self, deed: str, who: int) -> None:
        self.who = who
        try:
            with transaction.atomic():
                getattr(self, deed)()
        except DomainError:
            self.ballot.campaign.refresh_from_db()

    @property
    def person(self) -> str:
        return number(self.people[self.who])

    @property
    def conversation(self) -> Conversation:
        return Conversation.objects.get(campaign=self.ballot.campaign, person=self.people[self.who])

    @property
    def volunteer(self) -> int:
        return self.who % 2

    def take(self) -> None:
        self.crew[self.volunteer].take()

    def tap(self) -> None:
        for card in self.crew[self.volunteer].cards()[:1]:
            self.tapped.append((self.volunteer, card))
            self.crew[self.volunteer].tap(card, card)

    def resend(self) -> None:
        for volunteer, card in self.tapped[-2:]:
            self.crew[volunteer].tap(card)

    def dispatch(self) -> None:
        self.ballot.dispatch()

    def crash(self) -> None:
        """The worker dies after the commit before the call; its lease runs out."""
        claim(self.ballot.connection)
        Text.objects.filter(state=Text.State.HANDING).update(handed_at="2020-01-01T00:00Z")
        end_leases()

    def says(self) -> None:
        if self.ballot.carrier.handset(self.person).texts:
            self.ballot.says(self.people[self.who], "Who is this?")

    def stop(self) -> None:
        self.ballot.says(self.people[self.who], "STOP")
        self._note_stop()

    def presses_stop(self) -> None:
        stop_person(
            actor=self.world.chidi.actor,
            conversation=Conversation.objects.get(
                campaign=self.ballot.campaign, person=self.people[self.who]
            ),
        )
        self._note_stop()

    def _note_stop(self) -> None:
        self.at_stop.setdefault(self.person, self._asked_for_nothing(self.person))

    def answer(self) -> None:
        if Conversation.objects.filter(
            holder=self.crew[self.volunteer].assignment, waiting_since__isnull=False
        ).exists():
            self.crew[self.volunteer].reply("Chidi of your union")

    def expire(self) -> None:
        Turn.objects.filter(state=Turn.State.HELD).update(held_until="2020-01-01T00:00Z")
        release_expired(campaign=self.ballot.campaign)

    def suspend(self) -> None:
        assignment = Assignment.objects.get(pk=self.crew[0].assignment.pk)
        suspend_texter(viewer=self.world.amina, assignment=assignment)
        resume_texter(viewer=self.world.amina, assignment=assignment)
        self.crew[0] = texter(self.world.chidi, self.ballot.campaign)

    def take_over(self) -> None:
        take_over_conversation(viewer=self.world.bram, conversation=self.conversation)

    def pause(self) -> None:
        pause_campaign(actor=self.world.amina.actor, campaign=self.ballot.campaign)

    def resume(self) -> None:
        resume_campaign(actor=self.world.amina.actor, campaign=self.ballot.campaign)

    def _asked_for_nothing(self, handset: str) -> int:
        """Everything but our confirmations of a stop."""
        lines = [line.body for line in self.ballot.carrier.handset(handset).lines if not line.mine]
        return sum("no more texts" not in body for body in lines)

    def check(self) -> None:
        firsts: Counter[str] = Counter()
        for person in self.people:
            lines = self.ballot.carrier.handset(number(person)).lines
            firsts[number(person)] = sum("Have you voted" in line.body for line in lines if not line.mine)
        assert all(count <= 1 for count in firsts.values())
        assert self.ballot.carrier.tally.duplicates == 0
        for handset, count in self.at_stop.items():
            assert self._asked_for_nothing(handset) == count
        used = Turn.objects.filter(state=Turn.State.USED)
        assert not used.filter(text=None).exists()
        assert Turn.objects.count() == len(self.people)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=some.lists(some.tuples(some.sampled_from(DEEDS), some.integers(0, 2)), min_size=4, max_size=25))
def test_whatever_the_order_nobody_is_texted_twice_or_after_a_stop(
    world: World, deeds: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        branch = Branch(world)
        for deed, who in deeds:
            branch.do(deed, who)
            branch.check()
        transaction.set_rollback(True)
