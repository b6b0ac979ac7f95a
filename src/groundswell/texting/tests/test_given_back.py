"""Texts that were tapped and must not go out any more: nothing leaves, and nobody is forgotten."""

from datetime import timedelta

import time_machine

from groundswell.kernel import clock
from groundswell.texting.models import Conversation, Text, Turn
from groundswell.texting.services.close_campaign import close_campaign
from groundswell.texting.services.pause_campaign import pause_campaign
from groundswell.texting.services.resume_campaign import resume_campaign
from groundswell.texting.services.supervise import suspend_texter
from groundswell.texting.tests.ballot import members, number, start_ballot, texter
from tests.world import World

State = Text.State


def test_what_a_suspended_texter_tapped_is_not_sent_and_somebody_else_texts_them(world: World) -> None:
    everybody = members(world.leeds, 3)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    suspend_texter(viewer=world.bram, assignment=chidi.assignment)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert set(Text.objects.values_list("state", "reason")) == {(State.DROPPED, "suspended")}
    bram = texter(world.bram, ballot.campaign)
    bram.text_everybody()
    ballot.dispatch()
    assert [ballot.carrier.handset(number(person)).texts for person in everybody] == [1, 1, 1]


def test_a_suspended_texters_unsent_reply_waits_for_the_leader(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    ballot.says(dunya, "Where do I vote?")
    chidi.reply("Find out yourself")
    suspend_texter(viewer=world.bram, assignment=chidi.assignment)
    ballot.dispatch()
    assert ballot.carrier.handset(number(dunya)).texts == 1
    conversation = Conversation.objects.get()
    assert conversation.waiting_since
    assert conversation.escalated_at
    assert conversation.holder is None


def test_what_somebody_tapped_who_was_suspended_everywhere_is_not_sent(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    world.chidi.membership.suspended_at = clock.now()
    world.chidi.membership.save()
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert Turn.objects.get().state == Turn.State.WAITING


def test_texts_of_a_paused_campaign_wait_and_go_out_when_it_is_resumed(world: World) -> None:
    members(world.leeds, 2)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    pause_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    resume_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 2


def test_a_text_queued_in_the_moment_of_the_pause_waits_as_well(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    pause_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    Text.objects.update(due_at=clock.now())
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert Text.objects.get().due_at is None


def test_after_a_long_pause_texts_are_not_sent_late_but_tapped_anew(
    world: World, noon: time_machine.Traveller
) -> None:
    members(world.leeds, 2)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    pause_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    noon.shift(timedelta(hours=25))
    resume_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert set(Text.objects.values_list("state", "reason")) == {(State.DROPPED, "too_late")}
    texter(world.bram, ballot.campaign).text_everybody()
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 2


def test_texts_of_a_closed_campaign_are_dropped_and_nobody_counts_as_texted(world: World) -> None:
    members(world.leeds, 2)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    pause_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    close_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert set(Text.objects.values_list("state", "reason")) == {(State.DROPPED, "campaign_over")}
    assert not Conversation.objects.exclude(first_text_at=None).exists()
    assert not Turn.objects.exclude(state=Turn.State.WAITING, holder=None).exists()


def test_a_reply_still_goes_out_when_the_campaign_is_closed(world: World) -> None:
    [dunya] = members(world.leeds, 1)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    ballot.says(dunya, "Yes!")
    chidi.reply("Thank you!")
    close_campaign(actor=world.amina.actor, campaign=ballot.campaign)
    ballot.dispatch()
    assert ballot.carrier.handset(number(dunya)).texts == 2


def test_a_closing_date_brought_forward_stops_what_waits(world: World) -> None:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.campaign.closes_at = clock.now() - timedelta(minutes=1)
    ballot.campaign.save()
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert Text.objects.get().reason == "campaign_over"
