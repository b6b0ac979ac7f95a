from groundswell.orgs.models import Group
from groundswell.people.models import Person
from groundswell.texting.access import Device


def merge_values(device: Device, person: Person | None, group: Group | None) -> dict[str, str]:
    """What the fields of a message stand for when this volunteer texts this person."""
    campaign = device.campaign
    return {
        "first_name": person.given_name if person else "",
        "branch": group.name if group else "",
        "organisation": campaign.organisation.name,
        "volunteer": str(device.assignment.membership),
        "closes_on": f"{campaign.closes_at:%-d %B}" if campaign.closes_at else "",
    }
