"""An opt-out and a hand-over of the same address never pass each other."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from groundswell.consent.locks import lock_address, share_address

KEY = "00112233445566778899aabbccddeeff"
OTHER = "ff112233445566778899aabbccddeeff"

pytestmark = pytest.mark.django_db(transaction=True)


def in_background(work: Callable[[], None]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def take(lock: Callable[[int, str], None], key: str) -> threading.Thread:
    def work() -> None:
        with transaction.atomic():
            lock(1, key)

    return in_background(work)


@pytest.fixture
def postgres() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")


@pytest.mark.usefixtures("postgres")
def test_an_opt_out_waits_for_the_message_being_handed_over() -> None:
    with transaction.atomic():
        share_address(1, KEY)
        stop = take(lock_address, KEY)
        stop.join(0.3)
        assert stop.is_alive()
    stop.join(5)
    assert not stop.is_alive()


@pytest.mark.usefixtures("postgres")
def test_a_hand_over_waits_for_the_opt_out_and_then_sees_it() -> None:
    with transaction.atomic():
        lock_address(1, KEY)
        send = take(share_address, KEY)
        send.join(0.3)
        assert send.is_alive()
    send.join(5)
    assert not send.is_alive()


@pytest.mark.usefixtures("postgres")
def test_senders_and_other_addresses_do_not_wait() -> None:
    with transaction.atomic():
        share_address(1, KEY)
        for thread in (take(share_address, KEY), take(lock_address, OTHER)):
            thread.join(5)
            assert not thread.is_alive()


def test_a_lock_without_a_transaction_is_a_mistake() -> None:
    with pytest.raises(RuntimeError):
        lock_address(1, KEY)
