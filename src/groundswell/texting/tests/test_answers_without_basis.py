"""Whoever writes to us is answered; who has said no, or has written nothing, needs more than that."""

import pytest

from groundswell.consent.channels import ConsentStatus
from groundswell.consent.models import ConsentState
from groundswell.texting.models import Text
from groundswell.texting.tests.ballot import Ballot, Texter, members, number, start_ballot, texter
from tests.world import World


@pytest.fixture
def asked(world: World) -> tuple[Ballot, Texter]:
    members(world.leeds, 1)
    ballot = start_ballot(world)
    chidi = texter(world.chidi, ballot.campaign)
    chidi.text_everybody()
    ballot.dispatch()
    return ballot, chidi


def test_whoever_wrote_is_answered_although_the_basis_is_gone(
    world: World, asked: tuple[Ballot, Texter]
) -> None:
    ballot, chidi = asked
    dunya = Text.objects.get().conversation.person
    assert dunya
    ConsentState.objects.update(status=ConsentStatus.UNKNOWN)
    ballot.says(dunya, "Where do I vote?")
    assert chidi.reply("In the school hall").error is None
    ballot.dispatch()
    assert ballot.carrier.handset(number(dunya)).texts == 2


@pytest.mark.parametrize("said", [ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED])
def test_a_no_stands_even_against_an_answer(
    world: World, asked: tuple[Ballot, Texter], said: ConsentStatus
) -> None:
    ballot, chidi = asked
    dunya = Text.objects.get().conversation.person
    assert dunya
    ballot.says(dunya, "Where do I vote?")
    chidi.reply("In the school hall")
    ConsentState.objects.update(status=said)
    ballot.dispatch()
    assert ballot.carrier.handset(number(dunya)).texts == 1
    assert Text.objects.get(kind=Text.Kind.REPLY).reason == "opted_out"


def test_before_they_have_written_a_second_text_is_no_answer(asked: tuple[Ballot, Texter]) -> None:
    _ballot, chidi = asked
    ConsentState.objects.update(status=ConsentStatus.UNKNOWN)
    refused = chidi.write_to(Text.objects.get().conversation, "Are you there?").error
    assert refused
    assert refused.details["reason"] == "no_consent"
