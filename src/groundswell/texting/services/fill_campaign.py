"""Makes a campaign ready: who is in and who is left out, one conversation per number, one turn per round.

All by INSERT ... SELECT, in chunks that hold SQLite's write lock only briefly. Every statement skips what is
already there, so a fill that was cut off is simply run again.
"""

from contextlib import suppress

from django.db import transaction
from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel.insert_select import FreshPublicId, insert_select
from groundswell.outreach.gate import Reason, with_verdict
from groundswell.outreach.senders import NoSender
from groundswell.outreach.services.choose_senders import choose_senders, chosen_sender
from groundswell.people.models import ContactPoint, Person
from groundswell.texting.audience import audience_of
from groundswell.texting.models import Campaign, Conversation, Recipient, Round, Turn

CHUNK = 2000
PASSES = [reason for reason in Reason if reason.passes]


def fill_campaign(*, campaign: Campaign) -> None:
    """Runs in the worker; afterwards volunteers may take batches."""
    newest = campaign.rounds.filter(opened_at__isnull=False).latest("number")
    after = 0
    while people := _next_chunk(campaign, after):
        with transaction.atomic():
            _fill_chunk(campaign, newest, after, people[-1])
        after = people[-1]
    Campaign.objects.filter(pk=campaign.pk, state=Campaign.State.STARTING).update(
        state=Campaign.State.RUNNING
    )


def _next_chunk(campaign: Campaign, after: int) -> list[int]:
    ids = audience_of(campaign).filter(id__gt=after).order_by("id").values_list("id", flat=True)
    return list(ids[:CHUNK])


def _fill_chunk(campaign: Campaign, newest: Round, after: int, until: int) -> None:
    within = {"id__gt": after, "id__lte": until}
    _add_recipients(campaign, audience_of(campaign).filter(**within))
    included = Recipient.objects.filter(
        campaign=campaign, left_out="", conversation=None, person_id__gt=after, person_id__lte=until
    )
    _add_conversations(campaign, included)
    included.update(conversation_id=_conversation_of_number(campaign))
    fresh = Conversation.objects.filter(
        ~Exists(Turn.objects.filter(conversation=OuterRef("pk"))),
        campaign=campaign,
        person_id__gt=after,
        person_id__lte=until,
    )
    _give_senders(campaign, fresh)
    add_turns(newest, fresh)


def _add_recipients(campaign: Campaign, people: QuerySet[Person]) -> None:
    judged = with_verdict(
        people, organisation=campaign.organisation, channel=Channel.TEXT, purpose=Purpose(campaign.purpose)
    )
    insert_select(
        Recipient,
        judged,
        {
            "campaign_id": campaign.id,
            "person_id": F("id"),
            "group_id": F("group_id"),
            "left_out": Case(When(verdict__in=PASSES, then=Value("")), default=F("verdict")),
        },
    )


def _add_conversations(campaign: Campaign, included: QuerySet[Recipient]) -> None:
    """In the order of people, so that a household's first person is the one addressed."""
    insert_select(
        Conversation,
        _with_phone(included).order_by("person_id"),
        {
            "public_id": FreshPublicId(),
            "organisation_id": campaign.organisation_id,
            "campaign_id": campaign.id,
            "group_id": F("group_id"),
            "person_id": F("person_id"),
            "match_key": F("phone__match_key"),
            "address": F("phone__value"),
            "closed_because": "",
        },
    )


def _with_phone(included: QuerySet[Recipient]) -> QuerySet[Recipient]:
    primary = Q(person__contact_points__kind=ContactPoint.Kind.PHONE, person__contact_points__is_primary=True)
    phone = FilteredRelation("person__contact_points", condition=primary)
    return included.annotate(phone=phone).exclude(phone__isnull=True)


def _conversation_of_number(campaign: Campaign) -> Subquery:
    numbers = ContactPoint.objects.filter(
        person=OuterRef(OuterRef("person_id")), kind=ContactPoint.Kind.PHONE, is_primary=True
    )
    conversations = Conversation.objects.filter(
        campaign=campaign, match_key=Subquery(numbers.values("match_key")[:1])
    )
    return Subquery(conversations.values("id")[:1])


def _give_senders(campaign: Campaign, added: QuerySet[Conversation]) -> None:
    """Everybody keeps the number of ours they know. Without any yet, hand-over will choose."""
    with suppress(NoSender):
        choose_senders(organisation_id=campaign.organisation_id, match_keys=added.values("match_key"))
    added.filter(sender=None).update(sender_id=chosen_sender(campaign.organisation_id))


def add_turns(round_: Round, conversations: QuerySet[Conversation]) -> int:
    """A turn in this round for each conversation that has none yet."""
    return insert_select(
        Turn,
        conversations.filter(closed_at=None),
        {
            "round_id": round_.id,
            "conversation_id": F("id"),
            "group_id": F("group_id"),
            "match_key": F("match_key"),
            "time_zone": F("person__time_zone"),
            "state": Turn.State.WAITING,
            "dropped_because": "",
        },
    )
