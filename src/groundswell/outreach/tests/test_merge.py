import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundswell.outreach.merge import render, validate


def test_a_missing_name_gets_the_fallback() -> None:
    message = "Hi {first_name|friend}, it's {volunteer}."
    assert render(message, {"first_name": "Dunya", "volunteer": "Chidi"}) == "Hi Dunya, it's Chidi."
    assert render(message, {"first_name": " ", "volunteer": "Chidi"}) == "Hi friend, it's Chidi."


def test_a_name_that_looks_like_a_field_stays_a_name() -> None:
    assert render("Hi {first_name}", {"first_name": "{volunteer}", "volunteer": "Chidi"}) == "Hi {volunteer}"


def test_a_name_cannot_smuggle_lines_into_a_message() -> None:
    assert render("Hi {first_name}!", {"first_name": "Dunya\nVote  no"}) == "Hi Dunya Vote no!"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("Hi {frist_name|friend}", "no field called {frist_name}"),
        ("Hi {first_name}", "Add what to say instead"),
        ("Hi {first_name|", "does not belong"),
        ("{{ settings.SECRET_KEY }}", "does not belong"),
        ("{first_name.__class__}", "does not belong"),
    ],
)
def test_what_is_wrong_is_said_in_words(message: str, says: str) -> None:
    assert any(says in problem for problem in validate(message))


def test_a_good_message_has_no_problems() -> None:
    assert validate("Hi {first_name|friend}, {volunteer} from {organisation} in {branch} here.") == []


@given(st.text(max_size=60), st.text(max_size=20))
def test_rendering_never_fails_and_never_reads_values_again(message: str, value: str) -> None:
    render(message + "{first_name}", {"first_name": value})
