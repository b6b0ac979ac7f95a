"""The people in a volunteer's hand, as cards: a name, the words to send, and a token that buys one text."""

from typing import Any

from django.db.models import F

from groundswell.audit.services.note_read import note_read
from groundswell.gateways.sms.encoding import measure
from groundswell.outreach.merge import render
from groundswell.texting.access import Device
from groundswell.texting.merge_values import values_of
from groundswell.texting.models import Turn
from groundswell.texting.tokens import GestureToken

MOST_CARDS = 100
SHOWN = (
    "id",
    "round__message",
    "round__number",
    "group__name",
    "conversation__public_id",
    "conversation__person_id",
    "conversation__person__given_name",
)


def cards(device: Device, *, limit: int = MOST_CARDS) -> list[dict[str, Any]]:
    """Skipped ones come last. Displaying a card issues its token, so ask only for what is shown or kept."""
    turns = Turn.objects.filter(holder=device.assignment, state=Turn.State.HELD)
    in_order = turns.order_by(F("skipped_at").asc(nulls_first=True), "id").values(*SHOWN)
    shown = list(in_order[: min(limit, MOST_CARDS)])
    people = [turn["conversation__person_id"] for turn in shown]
    note_read(device, "texting.cards", [person_id for person_id in people if person_id])
    return [_card(device, turn) for turn in shown]


def _card(device: Device, turn: dict[str, Any]) -> dict[str, Any]:
    token = GestureToken.issue(kind="turn", subject_id=turn["id"], assignment_id=device.assignment.id)
    name, branch = turn["conversation__person__given_name"] or "", turn["group__name"]
    values = values_of(
        first_name=name,
        branch=branch,
        organisation=device.campaign.organisation.name,
        volunteer=str(device.assignment.membership),
        closes_at=device.campaign.closes_at,
    )
    body = render(turn["round__message"], values)
    return {
        "token": token.write(),
        "key": str(token.key),
        "conversation": str(turn["conversation__public_id"]),
        "name": name,
        "branch": branch,
        "body": body,
        "parts": measure(body).parts,
        "follow_up": turn["round__number"] > 1,
    }
