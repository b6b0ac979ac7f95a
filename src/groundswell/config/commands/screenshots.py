import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from groundswell.config.terminal import Stopped, say

summary = "make the pictures of the documentation (needs a Chromium and a demo that is running)"
PHONE, DESK = (390, 844), (1280, 800)
LIST = """Membership no;First name;Surname;Mobile;Branch
TU900001;Ada;O'Neill;07911 123777;Leeds
TU900002;Zoë;Müller;+44 7911 123778;Leeds
TU900003;Bob;Reid;123;York
TU900004;Cat;van den Bergh;07911 123779;Whitby
;Dan;Nobody;;York
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=8000, help="where the demo listens; start one with --fresh"
    )


def run(options: argparse.Namespace) -> int:
    from groundswell.config.paths import PROJECT

    folder = PROJECT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for show in (as_chidi, as_amina, as_amina_loading_a_list):
            show(Camera(browser, f"http://127.0.0.1:{options.port}", folder))
    return 0


@contextmanager
def chromium() -> Iterator[Any]:
    from groundswell.config.suite import find_chromium

    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Stopped("Pictures need Playwright: run ./groundswell test once where a Chromium is.") from None
    path = find_chromium()
    if path is None:
        raise Stopped("Pictures need a Chromium, for instance: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Camera:
    """A browser in which somebody of the demo is signed in."""

    def __init__(self, browser: Any, address: str, folder: Path) -> None:
        self._browser, self._address, self._folder = browser, address, folder

    def sign_in(self, persona: str, size: tuple[int, int]) -> Any:
        is_phone = size == PHONE
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            is_mobile=is_phone,
            has_touch=is_phone,
            base_url=self._address,
            locale="en-GB",
        )
        page = context.new_page()
        page.goto(f"/demo/{persona}/")
        page.locator("form button").first.click()
        page.wait_for_url(lambda url: "/demo/" not in url)
        return page

    def take(self, page: Any, name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)  # what moves has come to rest
        page.screenshot(path=str(self._folder / f"{name}.png"))
        say(f"docs/images/{name}.png")


def as_chidi(camera: Camera) -> None:
    page = camera.sign_in("chidi", PHONE)
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("button", name="First messages").click()
    page.get_by_role("button", name="Take ").or_(page.get_by_role("button", name="Send to ")).first.wait_for()
    if page.get_by_role("button", name="Take ").count():
        page.get_by_role("button", name="Take ").click()
    page.get_by_role("button", name="Send to ").wait_for()
    camera.take(page, "volunteer-first-message")
    page.get_by_role("button", name="Replies").click()
    replies = page.locator("main li button")
    replies.first.wait_for()
    lost = replies.filter(has_text="paper hasn't come")
    (lost if lost.count() else replies).first.click()
    page.get_by_role("button", name="Needs a new paper", exact=True).click()
    camera.take(page, "volunteer-conversation")


def as_amina(camera: Camera) -> None:
    page = camera.sign_in("amina", DESK)
    page.goto("/texting/")
    page.get_by_role("link", name="Ballot 2026").first.click()
    camera.take(page, "campaign")
    page.get_by_role("link", name="Results").first.click()
    camera.take(page, "results")
    page.goto("/team/")
    camera.take(page, "team")
    page.goto("/people/?q=Emil")
    page.get_by_role("link", name="Emil Lindqvist").click()
    page.get_by_role("link", name="text them").click()
    camera.take(page, "why-not")


def as_amina_loading_a_list(camera: Camera) -> None:
    """Stops at the dry run, so the demo stays as it was."""
    page = camera.sign_in("amina", DESK)
    page.goto("/people/imports/new/")
    page.get_by_label("Or paste from a spreadsheet").fill(LIST)
    page.get_by_role("button", name="Read the list").click()
    page.get_by_role("button", name="Next").click()
    page.locator("[name=membership_text]").select_option("member")
    page.get_by_label("How can you show it?").fill("Rule book 4.2, joined on paper")
    page.get_by_role("button", name="Check the list").click()
    page.get_by_role("heading", name="This is what would happen").wait_for()
    camera.take(page, "import-dry-run")
