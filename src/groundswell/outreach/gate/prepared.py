"""The gate's query for one person, built once per kind of question.

Django needs some 10 ms to write this SQL and the database a tenth of one to answer it; at the
volunteer's gesture only the answer is wanted. The rules stay those of `conditions`.
"""

from functools import cache
from typing import Any

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    DateTimeField,
    F,
    IntegerField,
    When,
)

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel.prepared import Slot
from groundswell.outreach.gate.conditions import conditions, joins
from groundswell.outreach.gate.question import Question
from groundswell.people.models import Person

Row = dict[str, Any]


def ask_about(person_id: int, question: Question) -> Row | None:
    """A true or false for each reason, and `match_key`; None when there is no such person."""
    sql, slots, names = _prepare(
        connection.vendor, question.channel, question.purpose, question.limit is not None, question.is_reply
    )
    values = {
        "person_id": person_id,
        "organisation_id": question.organisation_id,
        "at": _adapt(question.at),
        "since": _adapt(question.since),
        "limit": question.limit,
        "zone": next(iter(question.zones), ""),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, [values[slot.name] if isinstance(slot, Slot) else slot for slot in slots])
        row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else None


@cache
def _prepare(
    vendor: str, channel: Channel, purpose: Purpose, is_limited: bool, is_reply: bool
) -> tuple[str, tuple[Any, ...], list[str]]:
    question = Question(
        organisation_id=Slot("organisation_id", BigIntegerField()),
        channel=channel,
        purpose=purpose,
        at=Slot("at", DateTimeField()),
        since=Slot("since", DateTimeField()),
        limit=Slot("limit", IntegerField()) if is_limited else None,
        zones=[Slot("zone", CharField())],
        is_reply=is_reply,
    )
    flags = {
        reason.value: Case(When(condition, then=True), default=False, output_field=BooleanField())
        for reason, condition in conditions(question).items()
    }
    people = Person.objects.filter(pk=Slot("person_id", BigIntegerField()))
    people = people.filter(organisation_id=question.organisation_id).alias(**joins(question))
    sql, params = people.values_list(F("contact_point__match_key"), *flags.values()).query.sql_with_params()
    return sql, params, ["match_key", *flags]


def _adapt(moment: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)
