from collections.abc import Iterable

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel import clock
from groundswell.outreach.gate.conditions import joins
from groundswell.outreach.gate.question import ask
from groundswell.outreach.gate.with_verdict import verdict_expression
from groundswell.outreach.models import OutreachSettings
from groundswell.outreach.quiet_hours import is_open
from groundswell.people.models import Person
from groundswell.texting.models import Campaign, Turn


def verdicts(campaign: Campaign, turns: Iterable[Turn]) -> dict[int, str]:
    """What the gate says now about the people of some turns, by person id.

    Asks with their own zones only: the open zones of the whole world are a list of hundreds.
    """
    turns = list(turns)
    settings, now = OutreachSettings.of(campaign.organisation), clock.now()
    zones = [zone for zone in {turn.time_zone for turn in turns} if is_open(settings, zone, now)]
    purpose = Purpose(campaign.purpose)
    question = ask(settings, channel=Channel.TEXT, purpose=purpose, at=now, zones=zones, is_reply=False)
    people = Person.objects.filter(id__in=[turn.conversation.person_id for turn in turns])
    judged = people.alias(**joins(question)).annotate(verdict=verdict_expression(question))
    return dict(judged.values_list("id", "verdict"))
