"""A text the carrier never answered for: a person decides, nothing is ever sent again by itself."""

import pytest
import time_machine

from groundswell.gateways.simulator.behaviour import Behaviour
from groundswell.kernel import clock
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import EarlyReport, Text, Turn
from groundswell.texting.services.decide_unknown import AlreadyKnown, ReportMayCome, decide_unknown
from groundswell.texting.tasks import forget_old_reports
from groundswell.texting.tests.ballot import Ballot, members, start_ballot, texter
from groundswell.ui.today import lines_for
from tests.sign_in import sign_in
from tests.world import World

State = Text.State


@pytest.fixture
def lost(world: World) -> tuple[Ballot, Text]:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    ballot.carrier.behaviour = Behaviour(replies=0, lost_before=1)
    texter(world.chidi, ballot.campaign).text_everybody()
    ballot.dispatch()
    ballot.carrier.behaviour = Behaviour(replies=0)
    Text.objects.update(handed_at=clock.now())  # by the database's clock, which does not travel
    return ballot, Text.objects.select_related("conversation").get()


def today(viewer: Viewer) -> list[str]:
    return [line.url for line in lines_for(viewer)]


def test_a_report_may_still_come_on_the_first_day(world: World, lost: tuple[Ballot, Text]) -> None:
    with pytest.raises(ReportMayCome):
        decide_unknown(viewer=world.bram, text=lost[1], was_sent=False)
    assert Text.objects.get().state == State.UNKNOWN


def test_bram_says_it_was_not_sent_and_somebody_taps_again(
    world: World, lost: tuple[Ballot, Text], noon: time_machine.Traveller
) -> None:
    ballot, text = lost
    noon.shift(25 * 3600)
    assert any("which=unknown" in url for url in today(world.bram))
    sign_in(world.bram).post(f"/texting/texts/{text.public_id}", {"was": "not_sent"})
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 0
    assert Turn.objects.get().state == Turn.State.WAITING
    texter(world.bram, ballot.campaign).text_everybody()
    ballot.dispatch()
    assert ballot.carrier.tally.taken == 1
    assert not any("which=unknown" in url for url in today(world.bram))


def test_bram_says_it_was_sent_and_nobody_texts_them_again(
    world: World, lost: tuple[Ballot, Text], noon: time_machine.Traveller
) -> None:
    ballot, text = lost
    noon.shift(25 * 3600)
    decide_unknown(viewer=world.bram, text=text, was_sent=True)
    with pytest.raises(AlreadyKnown):
        decide_unknown(viewer=world.bram, text=text, was_sent=False)
    assert Text.objects.get().state == State.ACCEPTED
    assert not texter(world.bram, ballot.campaign).take().turns


def test_reports_about_texts_of_others_are_forgotten_after_some_days(
    world: World, lost: tuple[Ballot, Text], noon: time_machine.Traveller
) -> None:
    EarlyReport.objects.create(
        connection=lost[0].connection, provider_id="theirs", state="delivered", reported_at=clock.now()
    )
    forget_old_reports()
    assert EarlyReport.objects.exists()
    noon.shift(4 * 24 * 3600)
    forget_old_reports()
    assert not EarlyReport.objects.exists()
