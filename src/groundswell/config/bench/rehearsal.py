"""The campaign of the measurement, and what the database says about it."""

import time
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from groundswell.audit.actor import Actor
from groundswell.config.bench.electorate import enlist_texters, enroll_members, found_branches, found_union
from groundswell.config.bench.installation import CARRIER_SECRET, Ports
from groundswell.config.bench.volunteers import Volunteer
from groundswell.orgs.models import Membership
from groundswell.outreach.models import ProviderConnection, Sender, WebhookReceipt
from groundswell.outreach.services.connect_provider import connect_provider
from groundswell.texting.access import get_device_for
from groundswell.texting.models import Assignment, Campaign, Conversation, Round, Text, Turn
from groundswell.texting.selectors.cards import cards
from groundswell.texting.services.send_gestures import Gesture, send_gestures
from groundswell.texting.services.start_campaign import start_campaign
from groundswell.texting.tokens import DeviceToken

MESSAGE = "Hi {first_name|friend}, {volunteer} of {organisation} here. Have you voted in the ballot yet?"
FAST_ENOUGH = 100_000
State = Text.State


@dataclass
class Rehearsal:
    campaign: Campaign
    connection: ProviderConnection
    sender: Sender
    texters: list[Membership]
    told: set[str] = field(default_factory=set)

    @classmethod
    def prepare(cls, people: int, branch_count: int, ports: Ports) -> "Rehearsal":
        union, root = found_union()
        branches = found_branches(root, branch_count)
        enroll_members(branches, people)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        actor = Actor.system(union.id)
        provider = connect_provider(
            actor=actor,
            gateway="simulator",
            label="Simulated carrier",
            settings={},
            credentials={"secret": CARRIER_SECRET},
            address=f"http://127.0.0.1:{ports.carrier}",
            parts_per_second=FAST_ENOUGH,
        )
        sender = Sender.objects.create(
            organisation=union, connection=provider, number="+447300000001", parts_per_second=FAST_ENOUGH
        )
        campaign = Campaign.objects.create(organisation=union, group=root, name="Ballot")
        Round.objects.create(campaign=campaign, number=1, message=MESSAGE)
        return cls(campaign, provider, sender, enlist_texters(branches))

    def get_ready(self) -> float:
        """Seconds from the organiser's click until volunteers may take batches."""
        started = time.monotonic()
        start_campaign(actor=Actor.system(self.campaign.organisation_id), campaign=self.campaign)
        while not Campaign.objects.filter(pk=self.campaign.pk, state=Campaign.State.RUNNING).exists():
            time.sleep(0.05)
        return time.monotonic() - started

    def volunteers(self) -> list[Volunteer]:
        assignments = Assignment.objects.bulk_create(
            Assignment(campaign=self.campaign, membership=texter) for texter in self.texters
        )
        return [Volunteer(token=f"Device {self.token_of(each).write()}") for each in assignments]

    def token_of(self, assignment: Assignment) -> DeviceToken:
        return DeviceToken.issue(
            membership_id=assignment.membership_id, assignment_id=assignment.id, epochs=(1, 1)
        )

    def not_handed_over(self) -> int:
        return Text.objects.filter(state__in=[Text.State.QUEUED, Text.State.HANDING]).count()

    def unread_webhooks(self) -> int:
        return WebhookReceipt.objects.filter(due_at__isnull=False).count()

    def replies_in_threads(self) -> int:
        return Text.objects.filter(kind=Text.Kind.INBOUND).count()

    def phones_texted(self) -> list[str]:
        texted = Conversation.objects.filter(first_text_at__isnull=False).order_by("id")
        return [each.address.open() for each in texted.only("address") if each.address]

    def account_for(self, carrier: dict[str, int]) -> dict[str, Any]:
        """What volunteers were told, what our ledger says was sent, and what the carrier took: all the same.

        A lost text was promised or marked as sent and never reached the carrier. The carrier knows a second
        handing over by our reference, a second text by the handset.
        """
        sent = Text.objects.exclude(kind=Text.Kind.INBOUND)
        ours = {str(public_id) for public_id in sent.values_list("public_id", flat=True)}
        states = dict(sent.values_list("state").annotate(Count("id")))
        marked = sum(states.get(state, 0) for state in (State.ACCEPTED, State.DELIVERED, State.FAILED))
        return {
            "duplicates": carrier["duplicates"] + max(0, carrier["most_texts"] - 1),
            "losses": len(self.told - ours) + max(0, marked - carrier["taken"]),
            "taken_by_carrier": carrier["taken"],
            "texts": states,
        }


def statements_per_gesture(rehearsal: Rehearsal) -> int:
    """Those of one gesture alone in its request, BEGIN and COMMIT left out."""
    turn = Turn.objects.filter(state=Turn.State.HELD).select_related("holder").first()
    if turn is None or turn.holder is None:
        return 0
    token = rehearsal.token_of(turn.holder)
    [card, *_] = cards(get_device_for(token))
    Assignment.objects.filter(turns=turn).update(paced_until=None)
    time.sleep(1)
    with CaptureQueriesContext(connection) as captured:
        [outcome] = send_gestures(token=token, gestures=[Gesture(token=card["token"])])
    if outcome.error:
        raise outcome.error
    control = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(control) for query in captured.captured_queries)
