from django.db import connection
from django.test import Client

from tests.world import World

WRONG, RIGHT = "wrong wrong wrong", "correct horse battery"


def try_to_sign_in(password: str, address: str) -> bool:
    browser = Client(REMOTE_ADDR=address)
    browser.post("/account/login/", {"login": "chidi@example.org", "password": password})
    return "_auth_user_id" in browser.session


def test_guessing_a_password_is_slowed_down(world: World) -> None:
    for _number in range(6):
        assert not try_to_sign_in(WRONG, "203.0.113.5")
    assert not try_to_sign_in(RIGHT, "203.0.113.5")


def test_a_stranger_who_guesses_locks_nobody_out(world: World) -> None:
    for _number in range(8):
        try_to_sign_in(WRONG, "203.0.113.5")
    assert try_to_sign_in(RIGHT, "198.51.100.7")


def test_tries_are_counted_for_all_processes_without_names_or_addresses(world: World) -> None:
    try_to_sign_in(WRONG, "203.0.113.5")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM accounts_tries")
        rows = cursor.fetchall()
    assert rows
    assert "chidi" not in str(rows)
    assert "203.0.113" not in str(rows)
