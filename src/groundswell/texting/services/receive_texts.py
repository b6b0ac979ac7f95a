"""What people text us, in batches: stored once, put in the right conversation, obeyed where it says stop."""

from dataclasses import dataclass

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from groundswell.consent.locks import lock_addresses
from groundswell.gateways.sms.contract import Inbound
from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.kernel.phones import read_phone
from groundswell.kernel.sealed import match_key
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.texting.models import Conversation, Text, Turn
from groundswell.texting.services.find_conversation import find_conversations
from groundswell.texting.services.obey_words import obey_words
from groundswell.texting.stop_words import Said, read_words

REPLIED = "replied"


@dataclass(frozen=True)
class Arrival:
    """One text from outside, with the keyed hash of its number and what it means before anybody reads it."""

    inbound: Inbound
    match_key: str
    said: Said

    @property
    def needs_a_person(self) -> bool:
        return self.said in (Said.SOMETHING_ELSE, Said.MAYBE_STOP)


def receive_texts(*, provider: ProviderConnection, inbounds: list[Inbound]) -> None:
    """Call in a transaction. What was received before is passed over, so a batch may come again.

    All addresses are locked before any row is touched: one person's texts are taken in order, and a stop
    is obeyed before any text that is being handed over.
    """
    arrivals = [_arrival(provider, inbound) for inbound in inbounds]
    lock_addresses(provider.organisation_id, {arrival.match_key for arrival in arrivals})
    news = _without_known(provider, arrivals)
    if not news:
        return
    senders = {sender.number: sender for sender in Sender.objects.filter(connection=provider)}
    found = find_conversations(provider, news, senders)
    _store(provider, news, found, senders)
    for arrival, conversation in zip(news, found, strict=True):
        if arrival.said:
            obey_words(
                provider=provider,
                conversation=conversation,
                arrival=arrival,
                sender=senders.get(arrival.inbound.recipient),
            )
    _wait_for_an_answer([c.id for a, c in zip(news, found, strict=True) if a.needs_a_person])


def _arrival(provider: ProviderConnection, inbound: Inbound) -> Arrival:
    number = read_phone(inbound.sender, provider.organisation.country)
    normalised = number.e164 if number else inbound.sender
    said = {"stop": Said.STOP, "start": Said.START, "help": Said.HELP}.get(inbound.answered_as)
    return Arrival(
        inbound=inbound,
        match_key=match_key(provider.organisation_id, "phone", normalised),
        said=said or read_words(inbound.body),
    )


def _without_known(provider: ProviderConnection, arrivals: list[Arrival]) -> list[Arrival]:
    """By the provider's id. Some gateways deliver one text under two ids: the same words at the same moment
    by the gateway's own clock are one text too."""
    ids = [arrival.inbound.provider_id for arrival in arrivals]
    stored = Text.objects.filter(connection=provider)
    known = set(stored.filter(provider_id__in=ids).values_list("provider_id", flat=True))
    timed = Q(match_key__in=[a.match_key for a in arrivals if a.inbound.at], gateway_at__isnull=False)
    inbound_before = stored.filter(timed, kind=Text.Kind.INBOUND)
    twins = (
        set(inbound_before.values_list("match_key", "body", "gateway_at")) if _any_timed(arrivals) else set()
    )
    news = []
    for arrival in arrivals:
        inbound = arrival.inbound
        twin = (arrival.match_key, inbound.body, inbound.at)
        if inbound.provider_id in known or (inbound.at and twin in twins):
            continue
        known.add(inbound.provider_id)
        twins.add(twin)
        news.append(arrival)
    return news


def _any_timed(arrivals: list[Arrival]) -> bool:
    return any(arrival.inbound.at for arrival in arrivals)


def _store(
    provider: ProviderConnection,
    news: list[Arrival],
    conversations: list[Conversation],
    senders: dict[str, Sender],
) -> None:
    now = clock.now()
    Text.objects.bulk_create(
        Text(
            organisation_id=provider.organisation_id,
            conversation=conversation,
            kind=Text.Kind.INBOUND,
            state=Text.State.RECEIVED,
            body=arrival.inbound.body,
            parts=min(measure(arrival.inbound.body).parts, 100),
            match_key=arrival.match_key,
            sender=senders.get(arrival.inbound.recipient),
            connection=provider,
            provider_id=arrival.inbound.provider_id,
            made_at=now,
            gateway_at=arrival.inbound.at,
        )
        for arrival, conversation in zip(news, conversations, strict=True)
    )


def _wait_for_an_answer(conversation_ids: list[int]) -> None:
    """Whoever wrote first waits longest. A finished conversation opens again, a stopped one stays closed."""
    now, shut = clock.now(), Conversation.ClosedBecause.OPTED_OUT
    _need_no_follow_up(conversation_ids)
    conversations = Conversation.objects.filter(id__in=set(conversation_ids))
    conversations.exclude(closed_because=shut).update(
        waiting_since=Coalesce("waiting_since", Value(now)), last_in_at=now, closed_at=None, closed_because=""
    )
    conversations.filter(closed_because=shut).update(last_in_at=now)


def _need_no_follow_up(conversation_ids: list[int]) -> None:
    """Who answers the first message gets no reminder of it, not even one that is queued already."""
    reminders = Text.objects.filter(
        conversation__in=conversation_ids, kind=Text.Kind.FOLLOW_UP, state=Text.State.QUEUED
    )
    reminders.update(state=Text.State.DROPPED, reason=REPLIED, settled_at=clock.now())
    Turn.objects.filter(
        conversation__in=conversation_ids,
        conversation__first_text_at__isnull=False,
        state__in=[Turn.State.WAITING, Turn.State.HELD],
    ).update(state=Turn.State.DROPPED, dropped_because=REPLIED, held_until=None)
