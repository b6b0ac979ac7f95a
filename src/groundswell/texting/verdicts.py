from collections.abc import Mapping

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel import clock
from groundswell.outreach.gate.conditions import joins
from groundswell.outreach.gate.question import ask
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
