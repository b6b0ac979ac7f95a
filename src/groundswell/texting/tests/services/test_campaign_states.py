from datetime import timedelta

import pytest

from groundswell.audit.models import AuditEntry
from groundswell.consent.channels import Purpose
from groundswell.kernel.clock import now
from groundswell.kernel.errors import BadInput, NotAllowed
from groundswell.texting.models import Campaign
from groundswell.texting.services.change_campaign import AudienceIsFrozen, change_campaign
from groundswell.texting.services.close_campaign import close_campaign
from groundswell.texting.services.create_campaign import create_campaign
from groundswell.texting.services.pause_campaign import pause_campaign
from groundswell.texting.services.resume_campaign import ClosingDatePassed, resume_campaign
from groundswell.texting.services.write_message import MessageIsSent, write_message
from groundswell.texting.tests.campaigns import campaign_in
from tests.world import World


def test_a_new_campaign_is_a_draft_with_an_empty_first_message(world: World) -> None:
    campaign = create_campaign(
        viewer=world.amina, group=world.national, name=" Ballot ", purpose=Purpose.MEMBERSHIP
    )
    assert (campaign.name, campaign.state) == ("Ballot", Campaign.State.DRAFT)
    assert campaign.rounds.get().message == ""
    assert AuditEntry.objects.filter(verb="campaign.created").exists()


def test_a_branch_leader_cannot_make_one(world: World) -> None:
    with pytest.raises(NotAllowed):
        create_campaign(viewer=world.bram, group=world.leeds, name="Mine", purpose=Purpose.MEMBERSHIP)


def test_the_audience_is_checked_and_frozen_at_the_start(world: World) -> None:
    campaign = create_campaign(
        viewer=world.amina, group=world.national, name="Ballot", purpose=Purpose.MEMBERSHIP
    )
    with pytest.raises(BadInput):
        change_campaign(actor=world.amina.actor, campaign=campaign, audience={"filter": "password"})
    change_campaign(actor=world.amina.actor, campaign=campaign, audience={"filter": "has_mobile"})
    Campaign.objects.update(state=Campaign.State.RUNNING)
    with pytest.raises(AudienceIsFrozen):
        change_campaign(actor=world.amina.actor, campaign=campaign, audience={})
    campaign.refresh_from_db()
    change_campaign(actor=world.amina.actor, campaign=campaign, batch_size=20)
    assert Campaign.objects.get().batch_size == 20
    assert Campaign.objects.get().audience == {"filter": "has_mobile"}


def test_a_message_can_be_written_until_its_round_opens(world: World) -> None:
    campaign = campaign_in(world.national)
    opened = campaign.rounds.get()
    with pytest.raises(MessageIsSent):
        write_message(actor=world.amina.actor, round=opened, message="Too late")
    draft = campaign.rounds.create(number=2, message="")
    write_message(actor=world.amina.actor, round=draft, message="Hi again")
    assert campaign.rounds.get(number=2).message == "Hi again"


def test_pause_resume_and_close(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    actor = world.amina.actor
    assert pause_campaign(actor=actor, campaign=campaign)
    assert not pause_campaign(actor=actor, campaign=campaign)
    assert resume_campaign(actor=actor, campaign=campaign)
    assert close_campaign(actor=actor, campaign=campaign)
    assert not resume_campaign(actor=actor, campaign=campaign)
    assert campaign.rounds.get().closed_at is not None
    verbs = AuditEntry.objects.order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["campaign.paused", "campaign.resumed", "campaign.closed"]


def test_a_campaign_past_its_closing_date_is_not_resumed(world: World) -> None:
    yesterday = now() - timedelta(days=1)
    campaign = campaign_in(world.national, state=Campaign.State.PAUSED, closes_at=yesterday)
    with pytest.raises(ClosingDatePassed):
        resume_campaign(actor=world.amina.actor, campaign=campaign)
