"""Nobody is told "stopped" while a text is still on its way to the carrier.

A text is handed over outside any transaction, so a stop can be recorded in the very moment of the call. The
stop itself never waits; the word to the person who pressed it does. Whoever hands things over tells us here
how to see what is on its way.
"""

import logging
import time
from collections.abc import Callable
from functools import partial

from django.db import transaction

from groundswell.audit.actor import Actor

LONGEST_WAIT = 5.0
PAUSE = 0.02
OnItsWay = Callable[[int, str], bool]

logger = logging.getLogger(__name__)
_known: list[OnItsWay] = []


def knows_what_is_on_its_way(ask: OnItsWay) -> OnItsWay:
    """Registers `ask(organisation_id, match_key)`: is something being handed over to this address?"""
    if ask not in _known:
        _known.append(ask)
    return ask


def answer_after_hand_over(actor: Actor, organisation_id: int, match_key: str) -> None:
    """Call in the transaction of a stop: after its commit a member's answer waits for what is on its way."""
    if actor.kind == "member":
        transaction.on_commit(partial(wait_for_hand_over, organisation_id, match_key))


def wait_for_hand_over(organisation_id: int, match_key: str) -> None:
    """At most a few seconds: a carrier that does not answer has the text already, or never will."""
    until = time.monotonic() + LONGEST_WAIT
    while any(ask(organisation_id, match_key) for ask in _known):
        if time.monotonic() > until:
            logger.warning("a stop was answered while the carrier still owes us an answer")
            return
        time.sleep(PAUSE)
