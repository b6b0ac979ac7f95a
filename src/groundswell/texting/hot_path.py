"""What a gesture has to know, in two questions, and what it changes, in three statements.

Everything is read before the transaction begins and written only if it is still so (compare and set), so
that the write lock of SQLite and the row locks of PostgreSQL are held for a moment only. The work is the
same at 27,000 people and at 270,000: every statement goes by primary key.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BigIntegerField, DateTimeField, F, IntegerField, OuterRef, QuerySet, Subquery

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel import clock
from groundswell.kernel.prepared import Prepared, Slot
from groundswell.outreach.gate.conditions import joins
from groundswell.outreach.gate.question import Question
from groundswell.outreach.gate.with_verdict import verdict_expression
from groundswell.outreach.models import OutreachSettings
from groundswell.outreach.quiet_hours import is_open
from groundswell.people.models import Person
from groundswell.texting.access import get_device_for
from groundswell.texting.models import Assignment, Campaign
from groundswell.texting.tokens import DeviceToken

SIZES = (1, 4, 8, 16)
NOWHERE = ""
SETTINGS = ("texts_from", "texts_until", "fatigue_contacts", "fatigue_days", "emergency_until")


@dataclass
class Desk:
    """A volunteer at work: who they are, in which campaign, and how fast they may go."""

    assignment_id: int
    membership_id: int
    epoch: int
    paced_until: datetime | None
    seconds_between: float
    campaign_id: int
    purpose: str
    closes_at: datetime | None
    organisation_id: int
    organisation: str
    volunteer: str
    settings: OutreachSettings


@dataclass(frozen=True)
class Card:
    """A turn with what is needed to send its text; `verdict` is the gate's."""

    turn_id: int
    state: str
    holder_id: int | None
    message: str
    number: int
    match_key: str
    conversation_id: int
    closed_at: datetime | None
    first_text_at: datetime | None
    sender_id: int | None
    connection_id: int | None
    given_name: str
    branch: str
    time_zone: str
    verdict: str


def read_desk(token: DeviceToken) -> Desk:
    """Raises what `get_device_for` raises: that is asked for the words when something is wrong."""
    rows = _desk_query(connection.vendor).ask(assignment_id=token.assignment_id)
    if not rows or not _may_work(rows[0], token):
        get_device_for(token)
    row = rows[0]
    return Desk(
        assignment_id=token.assignment_id,
        membership_id=token.membership_id,
        epoch=token.assignment_epoch,
        paced_until=row["paced_until"],
        seconds_between=row["seconds_between"],
        campaign_id=row["campaign_id"],
        purpose=row["purpose"],
        closes_at=row["closes_at"],
        organisation_id=row["organisation_id"],
        organisation=row["organisation"],
        volunteer=row["alias"] or row["name"].split(" ")[0],
        settings=_settings(row),
    )


def _settings(row: dict[str, Any]) -> OutreachSettings:
    """Those of the organisation, or the defaults while nobody has changed any."""
    known = {name: row[name] for name in SETTINGS if row[name] is not None}
    return OutreachSettings(organisation_id=row["organisation_id"], **known)


def _may_work(row: dict[str, Any], token: DeviceToken) -> bool:
    return (
        (row["epoch"], row["member_epoch"]) == (token.assignment_epoch, token.membership_epoch)
        and row["membership_id"] == token.membership_id
        and not (row["suspended_at"] or row["member_suspended_at"] or row["member_ended_at"])
        and row["state"] == Campaign.State.RUNNING
        and (row["closes_at"] is None or row["closes_at"] > clock.now())
    )


@cache
def _desk_query(vendor: str) -> Prepared:
    columns = {
        "epoch": "epoch",
        "membership_id": "membership_id",
        "paced_until": "paced_until",
        "suspended_at": "suspended_at",
        "member_epoch": "membership__epoch",
        "member_suspended_at": "membership__suspended_at",
        "member_ended_at": "membership__ended_at",
        "alias": "membership__alias",
        "name": "membership__user__name",
        "campaign_id": "campaign_id",
        "state": "campaign__state",
        "closes_at": "campaign__closes_at",
        "seconds_between": "campaign__seconds_between",
        "purpose": "campaign__purpose",
        "organisation_id": "campaign__organisation_id",
        "organisation": "campaign__organisation__name",
    }

    def build() -> QuerySet[Any, Any]:
        mine = Assignment.objects.filter(id=Slot("assignment_id", BigIntegerField()))
        settings = OutreachSettings.objects.filter(organisation=OuterRef("campaign__organisation"))
        known = {f"_{name}": Subquery(settings.values(name)[:1]) for name in SETTINGS}
        return mine.annotate(**known).values_list(*columns.values(), *known)

    return Prepared(build, (*columns, *SETTINGS))


def read_cards(desk: Desk, turn_ids: Collection[int]) -> dict[int, Card]:
    """The turns of one request with the gate's verdict on each, in one question."""
    if not turn_ids:
        return {}
    settings, now = desk.settings, clock.now()
    asked = sorted(turn_ids)
    size = next(size for size in SIZES if size >= len(asked))
    padded = asked + [asked[-1]] * (size - len(asked))
    query = _card_query(connection.vendor, desk.purpose, size, settings.is_emergency(now))
    rows = query.ask(
        organisation_id=desk.organisation_id,
        campaign_id=desk.campaign_id,
        at=_adapt(now),
        since=_adapt(now - timedelta(days=settings.fatigue_days)),
        limit=settings.fatigue_contacts,
        **{f"turn_{place}": turn_id for place, turn_id in enumerate(padded)},
    )
    return {row["turn_id"]: _card(row, settings, now) for row in rows}


def _card(row: dict[str, Any], settings: OutreachSettings, at: datetime) -> Card:
    """The hours are read in Python, one zone at a time; whatever else stands in the way is named first."""
    if row["verdict"] == "quiet_hours" and is_open(settings, row["time_zone"], at):
        row["verdict"] = ""
    return Card(**row)


@cache
def _card_query(vendor: str, purpose: str, size: int, is_emergency: bool) -> Prepared:
    """The gate is asked as if every zone were closed: quiet hours are its last reason."""
    question = Question(
        organisation_id=Slot("organisation_id", BigIntegerField()),
        channel=Channel.TEXT,
        purpose=Purpose(purpose),
        at=Slot("at", DateTimeField()),
        since=Slot("since", DateTimeField()),
        limit=None if is_emergency else Slot("limit", IntegerField()),
        zones=[NOWHERE],
    )
    turn = "conversations__turns__"
    columns: dict[str, Any] = {
        "turn_id": f"{turn}id",
        "state": f"{turn}state",
        "holder_id": f"{turn}holder_id",
        "message": f"{turn}round__message",
        "number": f"{turn}round__number",
        "match_key": f"{turn}match_key",
        "conversation_id": f"{turn}conversation_id",
        "closed_at": "conversations__closed_at",
        "first_text_at": "conversations__first_text_at",
        "sender_id": "conversations__sender_id",
        "connection_id": "conversations__sender__connection_id",
        "given_name": "given_name",
        "branch": f"{turn}group__name",
        "time_zone": "time_zone",
    }

    def build() -> QuerySet[Any, Any]:
        places: list[Any] = [Slot(f"turn_{place}", BigIntegerField()) for place in range(size)]
        people = Person.objects.filter(
            conversations__turns__id__in=places,
            conversations__campaign_id=Slot("campaign_id", BigIntegerField()),
        )
        named = {f"_{name}": F(path) for name, path in columns.items()}
        judged = people.alias(**joins(question)).annotate(**named, _verdict=verdict_expression(question))
        return judged.values_list(*named, "_verdict")

    return Prepared(build, (*columns, "verdict"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """A text to be queued; what every one of them has alike stands in `QUEUE`."""

    public_id: UUID
    conversation_id: int
    turn_id: int
    kind: str
    body: str
    parts: int
    match_key: str
    gesture_key: UUID
    sender_id: int | None
    connection_id: int | None
    not_after: datetime
    made_at: datetime


QUEUE = """
    INSERT INTO texting_text (
        public_id, organisation_id, conversation_id, turn_id, kind, body, parts, match_key, gesture_key,
        author_id, sender_id, connection_id, not_after, made_at, due_at,
        state, reason, provider_code, script_version, priority, attempts
    ) VALUES {rows}
"""
_ROW = f"({', '.join(['%s'] * 15)}, 'queued', '', '', '', 0, 0)"


def queue_texts(desk: Desk, texts: list[NewText]) -> None:
    """The ORM's own insert costs as much as all the rest of a gesture."""
    values = [value for text in texts for value in _values(desk, text)]
    with connection.cursor() as cursor:
        cursor.execute(QUEUE.format(rows=", ".join([_ROW] * len(texts))), values)


def _values(desk: Desk, text: NewText) -> list[Any]:
    made_at = _adapt(text.made_at)
    return [
        _adapt_id(text.public_id),
        desk.organisation_id,
        text.conversation_id,
        text.turn_id,
        text.kind,
        text.body,
        text.parts,
        text.match_key,
        _adapt_id(text.gesture_key),
        desk.membership_id,
        text.sender_id,
        text.connection_id,
        _adapt(text.not_after),
        made_at,
        made_at,
    ]


USE_TURNS = """
    UPDATE texting_turn SET state = 'used', used_at = %s
    WHERE id IN ({marks}) AND state = 'held' AND holder_id = %s
"""


def use_turns(desk: Desk, turn_ids: list[int]) -> bool:
    """Compare and set: False when one of them is no longer in this volunteer's hand."""
    marks = ", ".join(["%s"] * len(turn_ids))
    with connection.cursor() as cursor:
        cursor.execute(USE_TURNS.format(marks=marks), [_adapt(clock.now()), *turn_ids, desk.assignment_id])
        return bool(cursor.rowcount == len(turn_ids))


KEEP_PLACE = """
    UPDATE texting_assignment SET sent = sent + %s, paced_until = %s, last_gesture_at = %s
    WHERE id = %s AND epoch = %s AND suspended_at IS NULL
      AND (paced_until = %s OR (paced_until IS NULL AND %s))
"""


def keep_place(desk: Desk, *, was: datetime | None, sent: int) -> bool:
    """Compare and set: False when another of their requests came in between, or they are suspended."""
    place = _adapt(desk.paced_until) if desk.paced_until else None
    before = _adapt(was) if was else None
    with connection.cursor() as cursor:
        cursor.execute(
            KEEP_PLACE,
            [sent, place, _adapt(clock.now()), desk.assignment_id, desk.epoch, before, was is None],
        )
        return bool(cursor.rowcount == 1)


def _adapt(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)


def _adapt_id(value: UUID) -> Any:
    return value if connection.features.has_native_uuid_field else value.hex
