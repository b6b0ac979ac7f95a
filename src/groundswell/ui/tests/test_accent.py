import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from groundswell.ui.accent import DARK_INK, DARK_PAPER, LIGHT_INK, LIGHT_PAPER, accent_from
from groundswell.ui.oklch import contrast, to_hex, to_shade

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS)
def test_any_accent_is_readable_on_both_papers_and_under_its_ink(colour: str) -> None:
    accent = accent_from(colour)
    assert accent is not None
    assert contrast(accent.on_light, LIGHT_PAPER) >= 4.5
    assert contrast(accent.on_light, LIGHT_INK) >= 4.5
    assert contrast(accent.on_dark, DARK_PAPER) >= 4.5
    assert contrast(accent.on_dark, DARK_INK) >= 4.5


@given(COLOURS)
def test_a_colour_survives_the_way_to_oklch_and_back(colour: str) -> None:
    assert to_hex(to_shade(colour)) == colour


def test_an_accent_that_is_readable_already_stays_as_it_is() -> None:
    accent = accent_from("#a01010")
    assert accent is not None
    assert accent.on_light == "#a01010"


@pytest.mark.parametrize("nonsense", ["", "red", "#12345", "#12345g", "}body{color:red"])
def test_what_is_no_colour_gives_no_stylesheet(nonsense: str) -> None:
    assert accent_from(nonsense) is None


def test_the_stylesheet_of_a_colour_may_be_kept_for_ever(client: Client) -> None:
    answer = client.get("/accent/d62f14.css")
    assert answer["Content-Type"].startswith("text/css")
    assert "immutable" in answer["Cache-Control"]
    assert client.get("/accent/tomato.css").status_code == 404
