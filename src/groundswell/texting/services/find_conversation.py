from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from groundswell.gateways.sms.contract import Inbound
from groundswell.kernel.fields import Sealed
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.people.models import ContactPoint, Person
from groundswell.texting.models import Conversation

NEVER = datetime.min.replace(tzinfo=UTC)


class Incoming(Protocol):
    @property
    def inbound(self) -> Inbound: ...
    @property
    def match_key(self) -> str: ...


def find_conversations(
    provider: ProviderConnection, arrivals: Sequence[Incoming], senders: dict[str, Sender]
) -> list[Conversation]:
    """The conversation each text belongs to: the one we wrote in last, from the number they answered.

    Whoever we have not texted gets a conversation of their own in the shared inbox.
    """
    keys = {arrival.match_key for arrival in arrivals}
    known: dict[str, list[Conversation]] = {key: [] for key in keys}
    candidates = Conversation.objects.filter(organisation_id=provider.organisation_id, match_key__in=keys)
    for conversation in candidates.select_related("person", "sender"):
        known[conversation.match_key].append(conversation)
    found = []
    for arrival in arrivals:
        best = _best(known[arrival.match_key], arrival.inbound.recipient)
        if best is None:
            best = _meet_stranger(provider, arrival, senders.get(arrival.inbound.recipient))
            known[arrival.match_key].append(best)
        found.append(best)
    return found


def _best(candidates: list[Conversation], our_number: str) -> Conversation | None:
    texted = [each for each in candidates if each.last_out_at or each.campaign_id is None]
    return max(texted, key=lambda each: _rank(each, our_number), default=None)


def _rank(conversation: Conversation, our_number: str) -> tuple[bool, datetime]:
    same_number = conversation.sender is not None and conversation.sender.number == our_number
    return same_number, conversation.last_out_at or NEVER


def _meet_stranger(provider: ProviderConnection, arrival: Incoming, sender: Sender | None) -> Conversation:
    """If exactly one person has this number, it is their branch that sees it."""
    person = _person_of(provider.organisation_id, arrival.match_key)
    return Conversation.objects.create(
        organisation_id=provider.organisation_id,
        person=person,
        group_id=person.group_id if person else None,
        match_key=arrival.match_key,
        address=Sealed.of("address-of-person", arrival.inbound.sender),
        sender=sender,
    )


def _person_of(organisation_id: int, match_key: str) -> Person | None:
    points = ContactPoint.objects.filter(
        organisation_id=organisation_id, match_key=match_key, person__deleted_at=None
    )
    holders = [point.person for point in points.select_related("person")[:2]]
    return holders[0] if len(holders) == 1 else None
