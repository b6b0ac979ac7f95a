"""The hot path: a volunteer's taps become queued texts, several at once, each on its own merits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction

from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.kernel.errors import DomainError, TooBusy
from groundswell.kernel.ids import new_public_id
from groundswell.kernel.shared_commit import commit_together
from groundswell.outreach.merge import render
from groundswell.texting.access import get_device_for
from groundswell.texting.bodies import clean_body
from groundswell.texting.errors import ConversationClosed, MayNotContact, TooFast, TurnGone
from groundswell.texting.gesture_pace import next_place
from groundswell.texting.hot_path import (
    Card,
    Desk,
    NewText,
    keep_place,
    queue_texts,
    read_cards,
    read_desk,
    use_turns,
)
from groundswell.texting.merge_values import values_of
from groundswell.texting.models import Text, Turn
from groundswell.texting.services.send_reply import send_reply
from groundswell.texting.tokens import DeviceToken, GestureToken

TEXT_LIFE = timedelta(hours=24)
TRIES = 3


@dataclass(frozen=True)
class Gesture:
    """One human tap: the token of the person displayed, and the words when the volunteer changed them."""

    token: str
    body: str = ""
    answers: tuple[UUID, ...] = ()
    address: str = ""


@dataclass(frozen=True)
class Outcome:
    """`error` is None when the text was accepted; then it is committed before anybody hears of it."""

    error: DomainError | None = None
    text_id: str = ""
    next_token: GestureToken | None = None


@dataclass
class _Sheet:
    """What one request is doing."""

    token: DeviceToken
    desk: Desk
    cards: dict[int, Card]
    texts: list[NewText] = field(default_factory=list)


_Act = Callable[[_Sheet, GestureToken, Gesture], NewText | Text | None]


class _Overtaken(Exception):
    """Something that was read has changed before it was written."""


def send_gestures(*, token: DeviceToken, gestures: list[Gesture]) -> list[Outcome]:
    """Answers in the order of the gestures. Raises when the device may not text at all now."""
    for _ in range(TRIES):
        try:
            return _try_all(token, gestures)
        except _Overtaken:
            continue
    raise TooBusy


def _try_all(token: DeviceToken, gestures: list[Gesture]) -> list[Outcome]:
    desk = read_desk(token)
    tickets = [_ticket(gesture, desk) for gesture in gestures]
    sheet = _Sheet(token, desk, read_cards(desk, _turn_ids(tickets)))
    was = desk.paced_until
    if any(ticket and ticket.kind == "reply" for ticket in tickets):
        with transaction.atomic():
            outcomes = _outcomes(sheet, gestures, tickets)
            _write(sheet, was)
        return outcomes
    outcomes = _outcomes(sheet, gestures, tickets)
    if sheet.texts:
        commit_together(partial(_write, sheet, was))
    return outcomes


def _ticket(gesture: Gesture, desk: Desk) -> GestureToken | None:
    try:
        return GestureToken.read(gesture.token, assignment_id=desk.assignment_id)
    except TurnGone:
        return None


def _turn_ids(tickets: Iterable[GestureToken | None]) -> set[int]:
    return {ticket.subject_id for ticket in tickets if ticket and ticket.kind == "turn"}


def _outcomes(sheet: _Sheet, gestures: list[Gesture], tickets: list[GestureToken | None]) -> list[Outcome]:
    return [_one(sheet, gesture, ticket) for gesture, ticket in zip(gestures, tickets, strict=True)]


def _one(sheet: _Sheet, gesture: Gesture, ticket: GestureToken | None) -> Outcome:
    if ticket is None:
        return Outcome(error=TurnGone())
    act: _Act = _take_turn if ticket.kind == "turn" else _reply
    try:
        text = act(sheet, ticket, gesture)
    except DomainError as error:
        return Outcome(error=error)
    return Outcome(text_id=str(text.public_id) if text else "", next_token=_next_token(ticket))


def _take_turn(sheet: _Sheet, ticket: GestureToken, gesture: Gesture) -> NewText | Text:
    card = sheet.cards.get(ticket.subject_id)
    if card is None:
        raise TurnGone
    if card.state != Turn.State.HELD or card.holder_id != sheet.desk.assignment_id:
        return _already_sent(sheet, card)
    if again := next((text for text in sheet.texts if text.turn_id == card.turn_id), None):
        return again
    if card.closed_at:
        raise ConversationClosed
    if card.verdict:
        raise MayNotContact(reason=card.verdict)
    body = clean_body(gesture.body or _words(sheet.desk, card))
    _keep_pace(sheet.desk, ticket.shown_at)
    text = _new_text(sheet.desk, card, ticket.key, body)
    sheet.texts.append(text)
    return text


def _already_sent(sheet: _Sheet, card: Card) -> Text:
    """A resent gesture gets the same answer; it never makes a second text."""
    sent = Text.objects.filter(turn_id=card.turn_id, author_id=sheet.desk.membership_id).first()
    if sent is None:
        raise TurnGone
    return sent


def _words(desk: Desk, card: Card) -> str:
    values = values_of(
        first_name=card.given_name,
        branch=card.branch,
        organisation=desk.organisation,
        volunteer=desk.volunteer,
        closes_at=desk.closes_at,
    )
    return render(card.message, values)


def _reply(sheet: _Sheet, ticket: GestureToken, gesture: Gesture) -> Text | None:
    """A reply does several things: a refused one undoes all of its own, and nothing of the others."""
    _keep_pace(sheet.desk, ticket.shown_at)
    with transaction.atomic():
        return send_reply(
            device=get_device_for(sheet.token),
            conversation_id=ticket.subject_id,
            key=ticket.key,
            body=gesture.body,
            answers=gesture.answers,
            address=gesture.address,
        )


def _next_token(ticket: GestureToken) -> GestureToken | None:
    """In a conversation the volunteer may go on; a card is used up."""
    if ticket.kind == "turn":
        return None
    return GestureToken.issue(
        kind=ticket.kind, subject_id=ticket.subject_id, assignment_id=ticket.assignment_id
    )


def _keep_pace(desk: Desk, shown_at: datetime) -> None:
    place = next_place(busy_until=desk.paced_until, shown_at=shown_at, seconds=desk.seconds_between)
    wait = (place - clock.now()).total_seconds()
    if wait > 0:
        raise TooFast(retry_after_ms=round(wait * 1000))
    desk.paced_until = place


def _new_text(desk: Desk, card: Card, key: UUID, body: str) -> NewText:
    now = clock.now()
    return NewText(
        public_id=new_public_id(),
        conversation_id=card.conversation_id,
        turn_id=card.turn_id,
        kind=Text.Kind.FIRST.value if card.first_text_at is None else Text.Kind.FOLLOW_UP.value,
        body=body,
        parts=measure(body).parts,
        match_key=card.match_key,
        gesture_key=key,
        sender_id=card.sender_id,
        connection_id=card.connection_id,
        not_after=min(filter(None, (desk.closes_at, now + TEXT_LIFE))),
        made_at=now,
    )


def _write(sheet: _Sheet, was: datetime | None) -> None:
    """All or nothing, and only while everything is as it was read."""
    ids = [text.turn_id for text in sheet.texts]
    if not keep_place(sheet.desk, was=was, sent=len(ids)):
        raise _Overtaken
    if ids:
        if not use_turns(sheet.desk, ids):
            raise _Overtaken
        queue_texts(sheet.desk, sheet.texts)
