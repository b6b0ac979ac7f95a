from dataclasses import dataclass
from datetime import datetime

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel import clock
from groundswell.outreach.fatigue import rested_at
from groundswell.outreach.gate.conditions import HAS_HOURS
from groundswell.outreach.gate.prepared import ask_about
from groundswell.outreach.gate.question import ask
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
    zones = [person.time_zone] if is_open(settings, person.time_zone, at) else []
    question = ask(settings, channel=channel, purpose=purpose, at=at, zones=zones, is_reply=is_reply)
    row = ask_about(person.pk, question)
    if row is None:
        return Verdict((Reason.LEFT,))
    reasons = tuple(reason for reason in Reason if row.get(reason.value))
    return Verdict(reasons, _wait_until(person, channel, settings, at, reasons, row["match_key"]))


def _wait_until(
    person: Person,
    channel: Channel,
    settings: OutreachSettings,
    at: datetime,
    reasons: tuple[Reason, ...],
    match_key: str | None,
) -> datetime | None:
    """The opening after the last thing that passes by itself; None when something else stands in the way."""
    if not reasons or not set(reasons) <= {Reason.FATIGUE, Reason.QUIET_HOURS}:
        return None
    tired = Reason.FATIGUE in reasons
    rested = rested_at(person.pk, match_key or "", settings, at) if tired else at
    if rested is None or channel not in HAS_HOURS:
        return rested
    return next_opening(settings, person.time_zone, rested)
