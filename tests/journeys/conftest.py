"""A real Chromium against a real server. Without one these journeys are skipped; in CI that is a failure."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from groundswell.config.suite import find_chromium
from groundswell.orgs.viewer import Viewer
from tests.sign_in import sign_in

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in the thread that queries
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = (390, 844), (1280, 800)
Screen = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    found = find_chromium()
    if found is None:
        absent = "No Chromium here: install one, for instance with apt-get install chromium"
        pytest.fail(absent) if os.environ.get("CI") == "true" else pytest.skip(absent)
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    chrome = playwright.chromium.launch(executable_path=found, args=SWITCHES)
    yield chrome
    chrome.close()
    playwright.stop()


@pytest.fixture
def screen(browser: Any, live_server: LiveServer) -> Iterator[Screen]:
    """`screen(size=PHONE, scheme="dark", who=world.chidi)` opens a page; its own complaints fail the test."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def open_screen(
        *, size: tuple[int, int] = PHONE, scheme: str = "light", who: Viewer | None = None, **options: Any
    ) -> Any:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            has_touch=size == PHONE,
            is_mobile=size == PHONE,
            base_url=live_server.url,
            **options,
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        if who is not None:
            context.add_cookies([session_cookie(who, live_server.url)])
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if _is_complaint(line) else None)
        return page

    yield open_screen
    for context in contexts:
        context.close()
    assert complaints == []


def session_cookie(viewer: Viewer, address: str) -> dict[str, str]:
    client = sign_in(viewer)
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}


def _is_complaint(line: Any) -> bool:
    """Errors of our pages; a network that is down, or a server that says no, is part of some journeys."""
    expected = "net::ERR" in line.text or "/t/api/" in line.location.get("url", "")
    return line.type == "error" and not expected


@pytest.fixture
def keep_picture(request: pytest.FixtureRequest) -> Callable[[Any, str], None]:
    """Saves a screenshot when GROUNDSWELL_PICTURES names a folder."""
    folder = os.environ.get("GROUNDSWELL_PICTURES")

    def keep(page: Any, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)

    return keep
