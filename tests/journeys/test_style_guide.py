from collections.abc import Callable
from typing import Any

import pytest

from groundswell.ui.guide import PAGES
from tests.journeys.conftest import DESK, PHONE, Screen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
pytest.importorskip("axe_playwright_python")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_component_is_accessible_and_fits(
    screen: Screen, keep_picture: Callable[[Any, str], None], size: tuple[int, int], scheme: str
) -> None:
    from tests.journeys.axe import complaints_of_axe

    page = screen(size=size, scheme=scheme)
    for name in PAGES:
        page.goto(f"/_ui/{name}/")
        keep_picture(page, f"{name}-{size[0]}-{scheme}")
        assert complaints_of_axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], f"{name} is too wide"


def test_the_menu_opens_on_a_phone_and_escape_closes_it(screen: Screen) -> None:
    page = screen()
    page.goto("/_ui/")
    menu = page.get_by_role("navigation", name="Main")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert menu.is_visible()
    page.keyboard.press("Escape")
    assert not menu.is_visible()


def test_a_dialog_opens_and_not_now_closes_it(screen: Screen) -> None:
    page = screen(size=DESK)
    page.goto("/_ui/")
    page.get_by_role("button", name="Open a dialog").click()
    assert page.get_by_role("dialog").is_visible()
    page.get_by_role("button", name="Not now").last.click()
    assert not page.get_by_role("dialog").is_visible()


def test_an_accent_is_made_readable(screen: Screen) -> None:
    page = screen()
    page.goto("/_ui/petition/?accent=%23ffee00")
    colour = page.get_by_role("button", name="Sign").evaluate(
        "button => getComputedStyle(button).backgroundColor"
    )
    assert colour != "rgb(255, 238, 0)"
