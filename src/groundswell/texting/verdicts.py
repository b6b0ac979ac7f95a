from collections.abc import Mapping, Set

from groundswell.consent.channels import Channel, Purpose
from groundswell.consent.models import Hold, Suppression
from groundswell.kernel import clock
from groundswell.outreach.gate.conditions import joins
from groundswell.outreach.gate.question import ask
from groundswell.outreach.gate.reasons import Reason
from groundswell.outreach.gate.with_verdict import verdict_expression
from groundswell.outreach.models import OutreachSettings
from groundswell.outreach.quiet_hours import is_open
from groundswell.people.models import Person


def judge(
    settings: OutreachSettings, people: Mapping[int, str], *, purpose: str, is_reply: bool
) -> dict[int, str]:
    """What the gate says now about a handful of people: "" or its first reason, by person id.

    `people` gives each one's time zone, so that the gate is asked with these few zones only: the open zones
    of the whole world are a list of hundreds.
    """
    now = clock.now()
    zones = [zone for zone in set(people.values()) if is_open(settings, zone, now)]
    question = ask(
        settings, channel=Channel.TEXT, purpose=Purpose(purpose), at=now, zones=zones, is_reply=is_reply
    )
    judged = Person.objects.filter(id__in=people).alias(**joins(question))
    return dict(judged.annotate(verdict=verdict_expression(question)).values_list("id", "verdict"))


def judge_strangers(settings: OutreachSettings, match_keys: Set[str]) -> dict[str, str]:
    """The same for numbers no list knows, who wrote to us first: "" or the first reason, by match key."""
    waits = _waits(settings)
    found = dict.fromkeys(match_keys, waits)
    known = {"organisation": settings.organisation_id, "channel": Channel.TEXT, "match_key__in": match_keys}
    for key in Hold.objects.filter(**known, decided_at=None).values_list("match_key", flat=True):
        found[key] = Reason.ON_HOLD
    for key in Suppression.objects.filter(**known, lifted_at=None).values_list("match_key", flat=True):
        found[key] = Reason.OPTED_OUT
    return found


def _waits(settings: OutreachSettings) -> str:
    organisation = settings.organisation
    if organisation.sending_paused_at:
        return Reason.PAUSED
    return "" if is_open(settings, organisation.time_zone, clock.now()) else Reason.QUIET_HOURS
