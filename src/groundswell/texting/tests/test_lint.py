import pytest

from groundswell.texting.lint import lint_message

GOOD = (
    "Hi {first_name|friend}, {volunteer} from {organisation}. Have you voted? Reply STOP for no more texts."
)


def words(message: str, parts: int = 1) -> str:
    return " ".join(
        remark.words for remark in lint_message(message, organisation="Teachers United", parts=parts)
    )


def test_a_good_message_gets_no_remarks() -> None:
    assert words(GOOD) == ""


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (GOOD.replace("{organisation}", "the union"), "which organisation"),
        (GOOD.replace("{volunteer}", "A friend"), "who is texting"),
        (GOOD.replace("Reply STOP for no more texts.", "Bye."), "how to stop"),
        (GOOD + " bit.ly/x7", "link shortener"),
        (GOOD + " https://union.example", "link in the first message"),
        (GOOD.upper().replace("{FIRST_NAME|FRIEND}", "{first_name|x}"), "capitals"),
    ],
)
def test_each_weakness_is_named(message: str, says: str) -> None:
    assert says in words(message)


def test_an_empty_or_broken_message_stops_the_campaign() -> None:
    for message in (" ", "Hi {nmae}"):
        assert any(r.stops for r in lint_message(message, organisation="Teachers United", parts=1))


def test_many_parts_are_pointed_out() -> None:
    assert "4 parts" in words(GOOD, parts=4)
