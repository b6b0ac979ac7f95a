import json
import logging

import pytest
from django.test import Client

from groundswell.kernel.logs import JsonLines
from groundswell.web.views import today
from tests.sign_in import sign_in
from tests.world import World


def test_a_page_that_breaks_leaves_no_address_in_the_log(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise LookupError

    monkeypatch.setattr(today, "lines_for", broken)
    browser = sign_in(world.amina)
    browser.raise_request_exception = False
    with caplog.at_level(logging.INFO):
        assert browser.get("/?q=Dunya").status_code == 500
    lines = [JsonLines().format(record) for record in caplog.records]
    assert any("Internal Server Error" in json.loads(line)["message"] for line in lines)
    assert not any("Dunya" in line for line in lines)


def test_an_invitation_in_an_address_stays_out_of_the_log(caplog: pytest.LogCaptureFixture, db: None) -> None:
    with caplog.at_level(logging.INFO):
        Client().get("/i/secret-token-of-an-invitation")
    assert not any("secret-token" in JsonLines().format(record) for record in caplog.records)
