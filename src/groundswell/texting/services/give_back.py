"""Texts that were accepted but will not go out: nobody they were meant for is forgotten."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from groundswell.kernel import clock
from groundswell.texting.models import Campaign, Conversation, Text, Turn

CHUNK = 500
CAMPAIGN_OVER = "campaign_over"
SUSPENDED = "suspended"
UNASKED = (Text.Kind.FIRST, Text.Kind.FOLLOW_UP)


def unasked_texts(campaign: Campaign) -> QuerySet[Text]:
    """Queued first messages and follow-ups; replies are not the campaign's but somebody's answer."""
    return Text.objects.filter(
        conversation__campaign=campaign, state=Text.State.QUEUED, kind__in=UNASKED
    ).order_by()


def give_back_all(texts: QuerySet[Text], *, because: str) -> int:
    """In chunks, each its own transaction unless the caller has one; says how many there were."""
    count = 0
    queued = texts.filter(state=Text.State.QUEUED).order_by("id").values_list("id", flat=True)
    while ids := list(queued[:CHUNK]):
        with transaction.atomic():
            give_back(ids, because=because)
        count += len(ids)
    return count


def give_back(text_ids: Collection[int], *, because: str) -> None:
    """The turn of a first message or follow-up is free again; a reply's conversation waits for a leader.

    Call in a transaction. The dropped text lets go of its turn and its key, so that the next tap is new.
    """
    queued = Text.objects.filter(id__in=text_ids, state=Text.State.QUEUED).select_for_update()
    given = list(queued.values_list("id", "turn_id", "conversation_id", "kind"))
    ids = [text_id for text_id, *_ in given]
    answered = [conversation for *_, conversation, kind in given if kind == Text.Kind.REPLY]
    now = clock.now()
    dropped = Text.objects.filter(id__in=ids)
    dropped.update(state=Text.State.DROPPED, reason=because, settled_at=now, turn=None)
    dropped.exclude(kind=Text.Kind.REPLY).update(gesture_key=None)
    Turn.objects.filter(id__in=[turn for _, turn, *_ in given if turn], state=Turn.State.USED).update(
        state=Turn.State.WAITING, holder=None, held_until=None, used_at=None
    )
    Conversation.objects.filter(id__in=answered, closed_at=None).update(
        holder=None, waiting_since=Coalesce("waiting_since", Value(now)), escalated_at=now
    )
