"""The people in a volunteer's hand, as cards: a name, the words to send, and a token that buys one text."""

from typing import Any

from django.db.models import F

from groundswell.audit.services.note_read import note_read
from groundswell.gateways.sms.encoding import measure
from groundswell.outreach.merge import render
from groundswell.texting.access import Device
from groundswell.texting.merge_values import merge_values
from groundswell.texting.models import Turn
from groundswell.texting.tokens import GestureToken

MOST_CARDS = 100


def cards(device: Device, *, limit: int = MOST_CARDS) -> list[dict[str, Any]]:
    """Skipped ones come last. Displaying a card issues its token, so ask only for what is shown or kept."""
    turns = (
        Turn.objects.filter(holder=device.assignment, state=Turn.State.HELD)
        .select_related("round", "conversation__person", "group")
        .order_by(F("skipped_at").asc(nulls_first=True), "id")[: min(limit, MOST_CARDS)]
    )
    people = [turn.conversation.person_id for turn in turns]
    note_read(device, "texting.cards", [person_id for person_id in people if person_id])
    return [_card(device, turn) for turn in turns]


def _card(device: Device, turn: Turn) -> dict[str, Any]:
    person = turn.conversation.person
    token = GestureToken.issue(kind="turn", subject_id=turn.id, assignment_id=device.assignment.id)
    body = render(turn.round.message, merge_values(device, person, turn.group))
    return {
        "token": token.write(),
        "key": str(token.key),
        "conversation": str(turn.conversation.public_id),
        "name": person.given_name if person else "",
        "branch": turn.group.name,
        "body": body,
        "parts": measure(body).parts,
        "follow_up": turn.round.number > 1,
    }
