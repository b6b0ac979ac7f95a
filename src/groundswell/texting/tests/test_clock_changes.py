"""Texts left over when the clocks change wait for nine o'clock as people's own clocks show it."""

from datetime import UTC, datetime

import pytest
import time_machine

from groundswell.texting.models import Text
from groundswell.texting.tests.ballot import members, start_ballot, texter
from tests.world import World


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        (datetime(2026, 10, 24, 18, 30, tzinfo=UTC), datetime(2026, 10, 25, 9, 0, tzinfo=UTC)),
        (datetime(2027, 3, 27, 19, 30, tzinfo=UTC), datetime(2027, 3, 28, 8, 0, tzinfo=UTC)),
    ],
    ids=["back in October", "forward in March"],
)
def test_nine_o_clock_is_nine_o_clock_on_their_clock(
    world: World, noon: time_machine.Traveller, evening: datetime, morning: datetime
) -> None:
    noon.move_to(evening)
    members(world.leeds, 1)
    ballot = start_ballot(world)
    [text] = texter(world.chidi, ballot.campaign).text_everybody()
    noon.shift(2 * 3600)
    ballot.dispatch()
    text.refresh_from_db()
    assert (text.state, text.due_at) == (Text.State.QUEUED, morning)
    noon.move_to(morning)
    ballot.dispatch()
    text.refresh_from_db()
    assert text.state == Text.State.ACCEPTED
