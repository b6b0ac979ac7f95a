from collections.abc import Callable
from typing import Any

import pytest

from tests.journeys.conftest import DESK, PHONE, Screen
from tests.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
pytest.importorskip("axe_playwright_python")
ENTRANCE = ["login", "password/reset"]
MINE = ["2fa", "2fa/totp/activate", "2fa/webauthn/add", "2fa/webauthn", "password/change"]


def open_page(page: Any, path: str) -> None:
    """Through the door that asks once more for the password."""
    page.goto(path)
    if "reauthenticate" in page.url:
        page.get_by_label("Password").fill("correct horse battery")
        page.get_by_role("button", name="It is me").click()
        page.wait_for_url(f"**{path}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_pages_about_signing_in_are_accessible(
    screen: Screen, world: World, keep_picture: Callable[[Any, str], None], size: tuple[int, int], scheme: str
) -> None:
    from tests.journeys.axe import complaints_of_axe

    for who, paths in ((None, ENTRANCE), (world.amina, MINE)):
        page = screen(size=size, scheme=scheme, who=who)
        for path in paths:
            open_page(page, f"/account/{path}/")
            keep_picture(page, f"account-{path.replace('/', '-')}-{size[0]}-{scheme}")
            assert complaints_of_axe(page) == []


def test_amina_signs_in_with_her_password(screen: Screen, world: World) -> None:
    page = screen()
    page.goto("/account/login/")
    page.get_by_label("Email").fill("amina@example.org")
    page.get_by_label("Password").fill("wrong password")
    page.get_by_role("button", name="Sign in with a password").click()
    page.get_by_text("Nothing you typed is lost").wait_for()
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in with a password").click()
    page.get_by_role("heading", name="How I sign in").wait_for()


def test_a_passkey_is_added_and_signs_in(screen: Screen, world: World) -> None:
    page = screen(who=world.chidi)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    open_page(page, "/account/2fa/webauthn/add/")
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/2fa/**")
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url(lambda url: "login" not in url)


AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
