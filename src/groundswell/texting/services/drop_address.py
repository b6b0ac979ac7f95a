from groundswell.kernel import clock
from groundswell.texting.models import Conversation, Text, Turn


def drop_address(
    *,
    organisation_id: int,
    match_key: str,
    because: Conversation.ClosedBecause,
    also_our_answers: bool = False,
) -> None:
    """Nothing more goes to this number: queued texts and turns are dropped, conversations closed.

    Call in the transaction of the opt-out itself, under its address lock. Everybody who shares the number is
    meant. `also_our_answers`: a queued answer to START or HELP would come after the stop. Turns come before
    conversations, as everywhere, so that two transactions never wait for each other.
    """
    now = clock.now()
    queued = Text.objects.filter(
        organisation_id=organisation_id, match_key=match_key, state=Text.State.QUEUED
    )
    kept = [] if also_our_answers else [Text.Kind.SYSTEM]
    queued.exclude(kind__in=kept).update(state=Text.State.DROPPED, reason=because, settled_at=now)
    conversations = Conversation.objects.filter(organisation_id=organisation_id, match_key=match_key)
    Turn.objects.filter(
        conversation__in=conversations, state__in=[Turn.State.WAITING, Turn.State.HELD]
    ).update(state=Turn.State.DROPPED, dropped_because=because, held_until=None)
    conversations.filter(closed_at=None).update(closed_at=now, closed_because=because, waiting_since=None)


def open_address(*, organisation_id: int, match_key: str) -> None:
    """They came back: what a stop had closed is open again. Texts that were dropped stay dropped."""
    stopped = Conversation.ClosedBecause.OPTED_OUT
    conversations = Conversation.objects.filter(organisation_id=organisation_id, match_key=match_key)
    Turn.objects.filter(
        conversation__in=conversations, state=Turn.State.DROPPED, dropped_because=stopped
    ).update(state=Turn.State.WAITING, dropped_because="", holder=None)
    conversations.filter(closed_because=stopped).update(closed_at=None, closed_because="")
