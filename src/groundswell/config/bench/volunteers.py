"""Many volunteers over a few lines: each takes batches and sends at a human's pace, no faster."""

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from groundswell.config.bench.line import Line

LINES = 24


@dataclass
class Volunteer:
    token: str
    hand: list[dict[str, Any]] = field(default_factory=list)
    is_done: bool = False


@dataclass
class Score:
    """What the volunteers were told, to be held against what the carrier counted."""

    texts: set[str] = field(default_factory=set)
    told_twice: int = 0
    refused: int = 0
    too_fast: int = 0
    milliseconds: list[float] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.texts) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def drive(port: int, volunteers: list[Volunteer], *, seconds: float, grouped: int) -> Score:
    """Everybody texts for a while, `grouped` gestures a request."""
    score, lock = Score(), threading.Lock()
    until = time.monotonic() + seconds
    at_work = [each for each in volunteers if not each.is_done]
    shares = [at_work[n::LINES] for n in range(LINES)]
    crew = [
        threading.Thread(target=_work, args=(port, share, until, grouped, score, lock)) for share in shares
    ]
    started = time.monotonic()
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    score.seconds = time.monotonic() - started
    return score


def _work(
    port: int, share: list[Volunteer], until: float, grouped: int, score: Score, lock: threading.Lock
) -> None:
    line, turns = Line(port), deque(share)
    while turns and time.monotonic() < until:
        volunteer = turns.popleft()
        if len(volunteer.hand) < grouped:
            _take(line, volunteer)
        if volunteer.hand:
            _send(line, volunteer, grouped, score, lock)
        if not volunteer.is_done:
            turns.append(volunteer)


def fill_hands(port: int, volunteers: list[Volunteer]) -> None:
    line = Line(port)
    for volunteer in volunteers:
        _take(line, volunteer)


def _take(line: Line, volunteer: Volunteer) -> None:
    status, answer = line.post("/t/api/batch", volunteer.token, {})
    if status != 200:
        raise RuntimeError(f"no batch: {status} {answer}")
    if answer["cards"]:
        volunteer.hand = answer["cards"]
    else:
        volunteer.is_done = not volunteer.hand


def _send(line: Line, volunteer: Volunteer, grouped: int, score: Score, lock: threading.Lock) -> None:
    cards, volunteer.hand = volunteer.hand[:grouped], volunteer.hand[grouped:]
    before = time.perf_counter()
    status, answer = line.post(
        "/t/api/gestures", volunteer.token, {"gestures": [{"token": card["token"]} for card in cards]}
    )
    took = (time.perf_counter() - before) * 1000
    if status != 200:
        raise RuntimeError(f"gestures: {status} {answer}")
    with lock:
        score.milliseconds.append(took)
        for card, result in zip(cards, answer["results"], strict=True):
            _note(volunteer, card, result, score)


def _note(volunteer: Volunteer, card: dict[str, Any], result: dict[str, Any], score: Score) -> None:
    if result["state"] == "accepted":
        score.told_twice += result["text"] in score.texts
        score.texts.add(result["text"])
    elif result["error"] == "TooFast":
        score.too_fast += 1
        volunteer.hand.append(card)
    else:
        score.refused += 1
