"""A running campaign, made by hand: what the desk's tests look at."""

from groundswell.kernel.clock import now
from groundswell.orgs.models import Group
from groundswell.outreach.models import Meaning
from groundswell.people.models import Person
from groundswell.segments.tests.people import someone
from groundswell.texting.models import Campaign, Conversation, Recipient, Round


def campaign_in(group: Group, **values: object) -> Campaign:
    campaign = Campaign.objects.create(
        organisation=group.organisation,
        group=group,
        **{"name": "Ballot 2026", "goal": Meaning.VOTED, "threshold_percent": 50} | values,
    )
    Round.objects.create(campaign=campaign, number=1, message="Hi {first_name|friend}", opened_at=now())
    return campaign


def recipient(
    campaign: Campaign,
    group: Group,
    *,
    name: str = "Dunya",
    left_out: str = "",
    texted: bool = False,
    replied: bool = False,
    voted: bool = False,
    closed: str = "",
    person: Person | None = None,
) -> Recipient:
    person = person or someone(group, name)
    conversation = None
    if not left_out:
        conversation = Conversation.objects.create(
            organisation=group.organisation,
            campaign=campaign,
            group=group,
            person=person,
            match_key=f"{person.id:032x}",
            first_text_at=now() if texted or replied else None,
            last_in_at=now() if replied else None,
            waiting_since=now() if replied else None,
            closed_because=closed,
            closed_at=now() if closed else None,
        )
    return Recipient.objects.create(
        campaign=campaign,
        person=person,
        group=group,
        conversation=conversation,
        left_out=left_out,
        goal_reached_at=now() if voted else None,
    )
