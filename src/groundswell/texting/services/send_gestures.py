"""The hot path: a volunteer's taps become queued texts, several at once, each on its own merits."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.kernel.errors import DomainError
from groundswell.outreach.merge import render
from groundswell.outreach.models import OutreachSettings
from groundswell.texting.access import Device, get_device_for
from groundswell.texting.bodies import clean_body
from groundswell.texting.errors import ConversationClosed, MayNotContact, TooFast, TurnGone
from groundswell.texting.gesture_pace import next_place
from groundswell.texting.merge_values import merge_values
from groundswell.texting.models import Assignment, Text, Turn
from groundswell.texting.services.send_reply import send_reply
from groundswell.texting.tokens import DeviceToken, GestureToken
from groundswell.texting.verdicts import judge

TEXT_LIFE = timedelta(hours=24)


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

    device: Device
    turns: dict[int, Turn]
    verdicts: dict[int, str]
    texts: list[Text] = field(default_factory=list)


@transaction.atomic
def send_gestures(*, token: DeviceToken, gestures: list[Gesture]) -> list[Outcome]:
    """Answers in the order of the gestures. Raises when the device may not text at all now."""
    device = get_device_for(token, lock=True)
    sheet = _open_sheet(device, _turn_ids(gestures, device.assignment.id))
    outcomes = [_try_gesture(sheet, gesture) for gesture in gestures]
    _write(sheet)
    return outcomes


def _turn_ids(gestures: Iterable[Gesture], assignment_id: int) -> list[int]:
    ids = []
    for gesture in gestures:
        try:
            token = GestureToken.read(gesture.token, assignment_id=assignment_id)
        except DomainError:
            continue
        if token.kind == "turn":
            ids.append(token.subject_id)
    return ids


def _open_sheet(device: Device, turn_ids: list[int]) -> _Sheet:
    turns = (
        Turn.objects.filter(id__in=turn_ids, round__campaign_id=device.campaign.id)
        .select_related("round", "conversation__person", "conversation__sender", "group")
        .in_bulk()
    )
    zones = {turn.conversation.person_id or 0: turn.time_zone for turn in turns.values()}
    settings = OutreachSettings.of(device.campaign.organisation)
    verdicts = judge(settings, zones, purpose=device.campaign.purpose, is_reply=False)
    return _Sheet(device, turns, verdicts)


def _try_gesture(sheet: _Sheet, gesture: Gesture) -> Outcome:
    try:
        token = GestureToken.read(gesture.token, assignment_id=sheet.device.assignment.id)
        text = _take_turn(sheet, token, gesture) if token.kind == "turn" else _reply(sheet, token, gesture)
    except DomainError as error:
        return Outcome(error=error)
    return Outcome(text_id=str(text.public_id) if text else "", next_token=_next_token(sheet, token))


def _reply(sheet: _Sheet, token: GestureToken, gesture: Gesture) -> Text | None:
    """A reply does several things: a refused one undoes all of its own, and nothing of the others."""
    _keep_pace(sheet.device.assignment, token.shown_at)
    with transaction.atomic():
        return send_reply(
            device=sheet.device,
            conversation_id=token.subject_id,
            key=token.key,
            body=gesture.body,
            answers=gesture.answers,
            address=gesture.address,
        )


def _next_token(sheet: _Sheet, token: GestureToken) -> GestureToken | None:
    """In a conversation the volunteer may go on; a card is used up."""
    if token.kind == "turn":
        return None
    return GestureToken.issue(kind=token.kind, subject_id=token.subject_id, assignment_id=token.assignment_id)


def _take_turn(sheet: _Sheet, token: GestureToken, gesture: Gesture) -> Text:
    turn = sheet.turns.get(token.subject_id)
    if turn is None:
        raise TurnGone
    if turn.state != Turn.State.HELD or turn.holder_id != sheet.device.assignment.id:
        return _already_sent(sheet, token, turn)
    if turn.conversation.closed_at:
        raise ConversationClosed
    if verdict := sheet.verdicts.get(turn.conversation.person_id or 0, "no_number"):
        raise MayNotContact(reason=verdict)
    body = clean_body(gesture.body or _words(sheet.device, turn))
    _keep_pace(sheet.device.assignment, token.shown_at)
    turn.state = Turn.State.USED
    text = _queue(sheet, turn, token.key, body)
    sheet.texts.append(text)
    return text


def _already_sent(sheet: _Sheet, token: GestureToken, turn: Turn) -> Text:
    """A resent gesture gets the same answer; it never makes a second text."""
    for text in sheet.texts:
        if text.turn_id == turn.id:
            return text
    sent = Text.objects.filter(turn=turn, author=sheet.device.assignment.membership).first()
    if sent is None:
        raise TurnGone
    return sent


def _keep_pace(assignment: Assignment, shown_at: datetime) -> None:
    place = next_place(
        busy_until=assignment.paced_until, shown_at=shown_at, seconds=assignment.campaign.seconds_between
    )
    wait = (place - clock.now()).total_seconds()
    if wait > 0:
        raise TooFast(retry_after_ms=round(wait * 1000))
    assignment.paced_until = place


def _words(device: Device, turn: Turn) -> str:
    return render(turn.round.message, merge_values(device, turn.conversation.person, turn.group))


def _queue(sheet: _Sheet, turn: Turn, key: UUID, body: str) -> Text:
    campaign, now = sheet.device.campaign, clock.now()
    first, sender = turn.conversation.first_text_at is None, turn.conversation.sender
    return Text(
        organisation_id=campaign.organisation_id,
        conversation_id=turn.conversation_id,
        turn_id=turn.id,
        kind=Text.Kind.FIRST if first else Text.Kind.FOLLOW_UP,
        body=body,
        parts=measure(body).parts,
        state=Text.State.QUEUED,
        match_key=turn.match_key,
        gesture_key=key,
        author_id=sheet.device.assignment.membership_id,
        sender_id=turn.conversation.sender_id,
        connection_id=sender.connection_id if sender else None,
        not_after=min(filter(None, (campaign.closes_at, now + TEXT_LIFE))),
        made_at=now,
        due_at=now,
    )


def _write(sheet: _Sheet) -> None:
    """Compares and sets the turns: if one was taken over in the meantime, all is rolled back."""
    assignment, now = sheet.device.assignment, clock.now()
    ids = [text.turn_id for text in sheet.texts]
    if ids:
        held = Turn.objects.filter(id__in=ids, state=Turn.State.HELD, holder=assignment)
        if held.update(state=Turn.State.USED, used_at=now) != len(ids):
            raise TurnGone
        Text.objects.bulk_create(sheet.texts)
    Assignment.objects.filter(pk=assignment.pk).update(
        sent=F("sent") + len(ids), paced_until=assignment.paced_until, last_gesture_at=now
    )
