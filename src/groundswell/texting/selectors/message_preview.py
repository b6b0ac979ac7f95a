from dataclasses import dataclass

from groundswell.gateways.sms.encoding import Measure, make_plain, measure
from groundswell.kernel.database import time_limit
from groundswell.outreach.merge import render
from groundswell.people.models import Person
from groundswell.texting.audience import audience_of
from groundswell.texting.lint import Remark, lint_message
from groundswell.texting.models import Campaign
from groundswell.texting.selectors.message_parts import (
    MessageParts,
    campaign_values,
    measure_for,
    person_values,
)
from groundswell.texting.selectors.review import longest_volunteer_name

SAMPLE = 6
SECONDS = 3.0


@dataclass(frozen=True)
class MessagePreview:
    """A message as one person would get it, and how it travels to the whole audience."""

    body: str
    measure: Measure
    parts: MessageParts
    remarks: list[Remark]
    people: list[Person]
    chosen: Person | None
    plainer: bool


def preview_message(campaign: Campaign, message: str, *, as_person: str = "") -> MessagePreview:
    """`as_person` is the public id of one of the sample; anybody else falls back to the first."""
    volunteer = longest_volunteer_name(campaign)
    with time_limit(SECONDS):
        people = list(audience_of(campaign).select_related("group").order_by("id")[:SAMPLE])
        parts = measure_for(message, campaign, audience_of(campaign), volunteer)
    chosen = next((person for person in people if str(person.public_id) == as_person), None)
    chosen = chosen or (people[0] if people else None)
    values = campaign_values(campaign, volunteer) | (person_values(chosen) if chosen else {})
    body = render(message, values)
    return MessagePreview(
        body=body,
        measure=measure(body),
        parts=parts,
        remarks=lint_message(message, organisation=campaign.organisation.name, parts=parts.most),
        people=people,
        chosen=chosen,
        plainer=make_plain(message) != message,
    )
