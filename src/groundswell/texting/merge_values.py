from datetime import datetime

from groundswell.orgs.models import Group
from groundswell.people.models import Person
from groundswell.texting.access import Device


def merge_values(device: Device, person: Person | None, group: Group | None) -> dict[str, str]:
    """What the fields of a message stand for when this volunteer texts this person."""
    return values_of(
        first_name=person.given_name if person else "",
        branch=group.name if group else "",
        organisation=device.campaign.organisation.name,
        volunteer=str(device.assignment.membership),
        closes_at=device.campaign.closes_at,
    )


def values_of(
    *, first_name: str, branch: str, organisation: str, volunteer: str, closes_at: datetime | None
) -> dict[str, str]:
    return {
        "first_name": first_name,
        "branch": branch,
        "organisation": organisation,
        "volunteer": volunteer,
        "closes_on": f"{closes_at:%-d %B}" if closes_at else "",
    }
