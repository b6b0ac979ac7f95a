from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, F, When

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel import clock
from groundswell.outreach.fatigue import rested_at
from groundswell.outreach.gate.conditions import HAS_HOURS, Question, conditions, joins
from groundswell.outreach.gate.reasons import Reason
from groundswell.outreach.models.outreach_settings import OutreachSettings
from groundswell.outreach.quiet_hours import is_open, next_opening
from groundswell.people.models import Person


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with every reason that applies; `wait_until` when time alone will make it a yes."""

    reasons: tuple[Reason, ...] = ()
    wait_until: datetime | None = None

    @property
    def allowed(self) -> bool:
        return not self.reasons


def may_contact(
    person: Person,
    channel: Channel,
    purpose: Purpose,
    *,
    is_reply: bool = False,
    at: datetime | None = None,
    settings: OutreachSettings | None = None,
) -> Verdict:
    """Asks the gate about one person, in one query (two when the settings are not passed)."""
    at = at or clock.now()
    settings = settings or OutreachSettings.of(person.organisation)
    question = Question(
        settings=settings,
        channel=channel,
        purpose=purpose,
        at=at,
        zones=[person.time_zone] if is_open(settings, person.time_zone, at) else [],
        is_reply=is_reply,
    )
    row = _ask(person, question)
    reasons = tuple(reason for reason in Reason if row.get(reason.value))
    return Verdict(reasons, _wait_until(person, question, reasons, row["match_key"]))


def _ask(person: Person, question: Question) -> dict[str, Any]:
    """One row: a flag for each reason, and the hash of the number it was judged by."""
    flags = {
        reason.value: Case(When(condition, then=True), default=False, output_field=BooleanField())
        for reason, condition in conditions(question).items()
    }
    people = Person.objects.filter(organisation_id=question.organisation_id, pk=person.pk)
    row = people.alias(**joins(question)).values(match_key=F("contact_point__match_key"), **flags).first()
    return row or {Reason.LEFT.value: True, "match_key": None}


def _wait_until(
    person: Person, question: Question, reasons: tuple[Reason, ...], match_key: str | None
) -> datetime | None:
    """The opening after the last thing that passes by itself; None when something else stands in the way."""
    if not reasons or not set(reasons) <= {Reason.FATIGUE, Reason.QUIET_HOURS}:
        return None
    rested: datetime | None = question.at
    if Reason.FATIGUE in reasons:
        rested = rested_at(person.pk, match_key or "", question.settings, question.at)
    if rested is None or question.channel not in HAS_HOURS:
        return rested
    return next_opening(question.settings, person.time_zone, rested)
