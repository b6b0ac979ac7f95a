"""Devices and providers go the short way in; what protects a browser's answer protects theirs."""

import logging

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_device_is_answered_without_a_session_and_with_every_header() -> None:
    answer = Client().get("/t/api/state")
    assert answer.status_code == 401
    assert answer.json()["error"] == "SignedOut"
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src" in answer.headers["Content-Security-Policy"]
    assert int(answer.headers["Content-Length"]) == len(answer.content)


@pytest.mark.django_db
def test_a_device_hears_words_in_its_own_language() -> None:
    answer = Client().get("/t/api/state", headers={"Accept-Language": "nl-BE, en;q=0.5"})
    assert answer.headers["Content-Language"] == "nl"


@pytest.mark.django_db
def test_a_strange_host_is_refused() -> None:
    assert Client().get("/t/api/state", headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.django_db
def test_a_page_under_the_same_address_goes_the_long_way() -> None:
    assert Client().get("/t/api/nothing").status_code == 404


@pytest.mark.django_db
def test_only_what_fails_is_worth_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="groundswell.requests")
    Client().get("/t/api/state")
    [line] = caplog.records
    assert line.__dict__["status"] == 401
