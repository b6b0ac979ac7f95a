"""The simulated carrier: people who answer, faults that can be asked for, and an honest count."""

import pytest

from groundswell.gateways.simulator.behaviour import Behaviour
from groundswell.gateways.simulator.carrier import Submission
from groundswell.gateways.simulator.inprocess import InProcessCarrier
from groundswell.gateways.simulator.personalities import PERSONALITIES, topic_of
from groundswell.gateways.sms.contract import Accepted, NoAnswer, OutgoingSms, Refused
from groundswell.gateways.sms.simulator import InProcessSimulator, Simulator

OURS, DUNYA = "+447700900100", "+447700900201"
QUESTION = "Hi Dunya, Chidi from Teachers United. Have you voted yet?"


@pytest.fixture
def carrier() -> InProcessCarrier:
    return InProcessCarrier("")


def text(carrier: InProcessCarrier, body: str = QUESTION, to: str = DUNYA, reference: str = "") -> None:
    carrier.submit(Submission(OURS, to, body, reference, "http://here/hooks/1"))


def said(carrier: InProcessCarrier, number: str = DUNYA) -> list[str]:
    return [line.body for line in carrier.handset(number).lines if line.mine]


def test_a_member_without_a_paper_tells_about_it_and_then_confirms_the_address(
    carrier: InProcessCarrier,
) -> None:
    carrier.cast(DUNYA, "no_paper")
    text(carrier)
    carrier.advance(3600)
    [first] = said(carrier)
    assert first in PERSONALITIES["no_paper"].english["voted"]
    text(carrier, "Sorry to hear that! Is your address still 3 Elm Road?")
    carrier.advance(3600)
    assert said(carrier)[1] in PERSONALITIES["no_paper"].english["address"]


def test_a_dutch_text_gets_a_dutch_answer(carrier: InProcessCarrier) -> None:
    carrier.cast(DUNYA, "voted")
    text(carrier, "Hoi Dunya, heb je al gestemd?")
    carrier.advance(3600)
    assert said(carrier)[0] in PERSONALITIES["voted"].dutch["voted"]


def test_whoever_says_stop_says_nothing_more_and_a_text_after_that_is_counted(
    carrier: InProcessCarrier,
) -> None:
    carrier.cast(DUNYA, "stop")
    text(carrier)
    carrier.advance(3600)
    assert carrier.handset(DUNYA).stopped
    text(carrier, "You will get no more texts.")
    assert carrier.stats()["after_stop"] == 0, "one confirmation is allowed"
    text(carrier)
    carrier.advance(3600)
    assert len(said(carrier)) == 1
    assert carrier.stats()["after_stop"] == 1


def test_the_same_seed_gives_the_same_world() -> None:
    worlds = [InProcessCarrier("", seed=7), InProcessCarrier("", seed=7)]
    for carrier in worlds:
        for number in range(200):
            text(carrier, to=f"+4477009{number:05d}")
    heard = [[request.body for request in carrier.advance(9999)] for carrier in worlds]
    assert heard[0] == heard[1]


def test_a_text_handed_over_twice_is_counted_as_a_duplicate(carrier: InProcessCarrier) -> None:
    text(carrier, reference="text-1")
    text(carrier, reference="text-2")
    assert carrier.stats()["duplicates"] == 0
    text(carrier, reference="text-1")
    assert carrier.stats()["duplicates"] == 1
    assert carrier.stats()["most_texts"] == 3


def test_a_landline_fails_and_shows_nothing(carrier: InProcessCarrier) -> None:
    carrier.cast(DUNYA, "landline")
    text(carrier)
    [report] = carrier.advance(3600)
    assert b'"failed"' in report.body
    assert b'"landline"' in report.body
    assert carrier.handset(DUNYA).texts == 0


@pytest.mark.parametrize("fault", ["lost_after", "hung", "broken", "nonsense"])
def test_after_a_fault_the_text_was_taken_although_we_do_not_know(
    carrier: InProcessCarrier, fault: str
) -> None:
    carrier.behaviour = Behaviour().changed({fault: 1})
    verdict = carrier.submit(Submission(OURS, DUNYA, QUESTION))
    assert verdict.taken
    assert verdict.manner != "answer"


def test_a_line_that_breaks_before_takes_nothing(carrier: InProcessCarrier) -> None:
    carrier.behaviour = Behaviour(lost_before=1)
    text(carrier)
    assert carrier.stats()["taken"] == 0


def test_too_fast_is_throttled_for_that_number_alone(carrier: InProcessCarrier) -> None:
    carrier.behaviour = Behaviour(per_second=2)
    answers = [carrier.submit(Submission(OURS, DUNYA, QUESTION)).refusal for _ in range(5)]
    assert answers.count("throttled") >= 2
    assert carrier.submit(Submission("+447700900101", DUNYA, QUESTION)).taken
    carrier.advance(2)
    assert carrier.submit(Submission(OURS, DUNYA, QUESTION)).taken


def test_webhooks_can_come_twice_and_out_of_order(carrier: InProcessCarrier) -> None:
    carrier.behaviour = Behaviour(duplicated=1, reordered=1, sent_reports=True, replies=0)
    for number in range(50):
        text(carrier, to=f"+4477009{number:05d}")
    bodies = [request.body for request in carrier.advance(9999)]
    assert len(bodies) >= 2 * len(set(bodies))
    ends = [b'"accepted"' in body for body in bodies]
    assert ends != sorted(ends, reverse=True)


def test_a_behaviour_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown: kindness"):
        Behaviour().changed({"kindness": 1})


def test_the_gateway_learns_what_the_carrier_lets_through() -> None:
    from groundswell.gateways.simulator import inprocess

    inprocess.forget_carriers()
    connection = Simulator().connect({}, {"secret": "s"}, "inprocess:gateway", "http://here/hooks/1")
    assert isinstance(connection, InProcessSimulator)
    sms = OutgoingSms(OURS, DUNYA, QUESTION, "text-1")
    assert isinstance(connection.send(sms), Accepted)
    inprocess.carrier("gateway").behaviour = Behaviour(hung=1)
    assert isinstance(connection.send(sms), NoAnswer)
    inprocess.carrier("gateway").behaviour = Behaviour(refused=1)
    assert isinstance(connection.send(sms), Refused)
    inprocess.forget_carriers()


@pytest.mark.parametrize(
    ("body", "topic"),
    [
        (QUESTION, "voted"),
        ("Thanks! Is your address still 3 Elm Road?", "address"),
        ("Great. Could you help us on Thursday?", "help"),
        ("A new paper is on its way.", "statement"),
        ("Hoi Dunya, heb je al gestemd?", "voted"),
    ],
)
def test_people_answer_what_was_asked(body: str, topic: str) -> None:
    assert topic_of(body) == topic
