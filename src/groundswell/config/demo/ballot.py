"""The demo's campaign: a postal ballot that closes next Friday, half the members needed."""

from datetime import time, timedelta
from decimal import Decimal

from groundswell.config.demo.union import Union
from groundswell.consent.channels import Purpose
from groundswell.kernel import clock
from groundswell.kernel.jobs import run_due_jobs
from groundswell.outreach.models import Meaning, ProviderConnection, Sender
from groundswell.outreach.script_templates import BALLOT
from groundswell.outreach.services.change_rules import change_rules
from groundswell.outreach.services.connect_provider import connect_provider
from groundswell.outreach.services.create_script import create_script
from groundswell.texting.models import Campaign
from groundswell.texting.services.change_campaign import change_campaign
from groundswell.texting.services.create_campaign import create_campaign
from groundswell.texting.services.start_campaign import start_campaign
from groundswell.texting.services.write_message import write_message

NUMBERS = ("+447700900001", "+447700900002", "+447700900003")
BUILDING = "demo"


def connect_carrier(union: Union, secret: str) -> ProviderConnection:
    """The simulated carrier, for now inside this process, with three numbers of ours."""
    connection = connect_provider(
        actor=union.amina.actor,
        gateway="simulator",
        label="Simulated carrier",
        settings={},
        credentials={"secret": secret},
        address=f"inprocess:{BUILDING}",
        parts_per_second=300,
    )
    Sender.objects.bulk_create(
        Sender(organisation=union.organisation, connection=connection, number=number, parts_per_second=100)
        for number in NUMBERS
    )
    return connection


def open_all_hours(union: Union) -> None:
    """A visitor may come at night, and nobody real is woken."""
    change_rules(
        actor=union.amina.actor,
        organisation=union.organisation,
        texts_from=time(0, 0),
        texts_until=time(23, 59),
        price_per_part=Decimal("0.0400"),
    )


def start_ballot(union: Union) -> Campaign:
    """Created, written and started as Amina would."""
    actor = union.amina.actor
    campaign = create_campaign(
        viewer=union.amina, group=union.root, name="Ballot 2026: get out the vote", purpose=Purpose.MEMBERSHIP
    )
    closes_at = clock.now() + timedelta(days=6)
    change_campaign(
        actor=actor,
        campaign=campaign,
        script=create_script(viewer=union.amina, group=union.root, template=BALLOT),
        goal=Meaning.VOTED,
        threshold_percent=50,
        closes_at=closes_at,
        papers_until=closes_at - timedelta(days=3),
        seconds_between=0,
    )
    write_message(actor=actor, round=campaign.rounds.get(number=1), message=str(BALLOT.message))
    start_campaign(actor=actor, campaign=campaign)
    run_due_jobs()
    campaign.refresh_from_db()
    return campaign
