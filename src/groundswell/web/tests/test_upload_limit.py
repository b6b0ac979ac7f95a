from django.test import Client

from tests.sign_in import sign_in
from tests.world import World


def test_a_flood_is_turned_away_before_it_is_read(db: None) -> None:
    answer = Client().post("/account/login/", "x", content_type="text/plain", CONTENT_LENGTH="9000000000")
    assert answer.status_code == 413
    assert "Nothing was taken in" in answer.content.decode()


def test_a_length_that_is_no_number_is_turned_away(world: World) -> None:
    answer = sign_in(world.amina).post("/people/imports/new/", {}, CONTENT_LENGTH="9" * 5000)
    assert answer.status_code == 413
