import pytest
from django.test import Client

from groundswell.ui.guide import PAGES


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_guide_shows_without_a_database(client: Client, page: str) -> None:
    answer = client.get(f"/_ui/{page}/")
    assert answer.status_code == 200
    assert "style=" not in answer.content.decode()


def test_there_is_no_other_page(client: Client) -> None:
    assert client.get("/_ui/nothing/").status_code == 404
