import json
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from groundswell.kernel.errors import BadInput, NotAllowed
from groundswell.web.problems import ProblemMiddleware, as_domain_error


def answer_to(error: Exception, *, htmx: bool = False, **request_options: Any) -> Any:
    request = RequestFactory().post("/people/", {"name": "Dunya", "password": "secret"}, **request_options)
    request.htmx = htmx  # type: ignore[attr-defined]
    request.resolver_match = None
    return ProblemMiddleware(lambda _request: None).process_exception(request, error)  # type: ignore[arg-type,return-value]


def test_a_domain_error_becomes_its_status_and_words() -> None:
    answer = answer_to(NotAllowed())
    assert answer.status_code == 403
    assert "Your role does not include that." in answer.content.decode()


def test_a_script_gets_json() -> None:
    answer = answer_to(BadInput("Zeker ≠ goed"), headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert json.loads(answer.content) == {"error": "BadInput", "message": "Zeker ≠ goed"}


def test_a_part_of_a_page_leaves_what_was_typed_and_says_a_line() -> None:
    answer = answer_to(BadInput("Zeker ≠ goed"), htmx=True)
    assert answer["HX-Reswap"] == "none"
    assert json.loads(answer["HX-Trigger"]) == {"problem": {"words": "Zeker ≠ goed"}}


@pytest.mark.parametrize(
    "words", ["database is locked", "database or disk is full", "sorry, too many clients already"]
)
def test_a_busy_database_keeps_what_was_typed(words: str) -> None:
    answer = answer_to(OperationalError(words))
    page = answer.content.decode()
    assert answer.status_code == 503
    assert 'name="name" value="Dunya"' in page
    assert "secret" not in page
    assert words not in page


def test_a_mistake_of_ours_is_not_called_busy() -> None:
    assert as_domain_error(OperationalError("no such column: phone")) is None


def test_an_unknown_address_gets_a_page_in_plain_words(client: Client, db: None) -> None:
    answer = client.get("/nothing/here/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()


def test_pages_stay_in_no_cache_and_run_nothing_from_elsewhere(client: Client, db: None) -> None:
    answer = client.get("/account/login/")
    assert answer["Cache-Control"].startswith(("no-store", "max-age=0"))
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Request-Id"]


def test_the_request_log_says_the_route_and_never_the_address(
    client: Client, db: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="groundswell.requests"):
        client.get("/account/login/?next=/people/?q=07700900123")
    (line,) = [record for record in caplog.records if record.name == "groundswell.requests"]
    assert line.__dict__["route"] == "account/login/"
    assert "07700900123" not in str(line.__dict__)
