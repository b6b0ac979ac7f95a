"""Per-address locks, so that no text overtakes an opt-out (measured: without them one in 3,000 does).

Whoever hands a message over shares the address with other senders; an opt-out wants it alone and is
acknowledged only after it got it. Held until the end of the transaction. SQLite needs none of it: its
one writer at a time is the lock.
"""

from collections.abc import Iterable

from django.db import connection


def lock_address(organisation_id: int, match_key: str) -> None:
    """Alone with this address: for opt-outs, holds and what lifts them."""
    lock_addresses(organisation_id, [match_key])


def lock_addresses(organisation_id: int, match_keys: Iterable[str]) -> None:
    """All addresses of one person."""
    _lock("pg_advisory_xact_lock", [_number(organisation_id, key) for key in match_keys])


def share_address(organisation_id: int, match_key: str) -> None:
    """With other senders, against opt-outs: take it, then ask the gate, then hand over."""
    share_addresses(organisation_id, [match_key])


def share_addresses(organisation_id: int, match_keys: Iterable[str]) -> None:
    """Many at once in one statement; always in the same order, so that two never wait for each other."""
    _lock("pg_advisory_xact_lock_shared", [_number(organisation_id, key) for key in match_keys])


def _lock(function: str, numbers: list[int]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("An address lock lives as long as its transaction; there is none.")
    if connection.vendor != "postgresql" or not numbers:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(n) FROM unnest(%s::bigint[]) AS n",  # noqa: S608 - a name of ours
            [sorted(set(numbers))],
        )


def _number(organisation_id: int, match_key: str) -> int:
    """64 bits of the keyed hash; two addresses with the same ones only wait a little for each other."""
    return int.from_bytes(bytes.fromhex(match_key[:16]), signed=True) ^ organisation_id
