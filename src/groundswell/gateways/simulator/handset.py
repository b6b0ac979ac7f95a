from collections import deque
from dataclasses import dataclass, field
from random import Random

from groundswell.gateways.simulator.personalities import Personality

STOP_WORDS = {"stop", "stop please", "unsubscribe", "stop aub", "afmelden"}
KEPT = 40


@dataclass(frozen=True, slots=True)
class Line:
    mine: bool
    other: str
    body: str


@dataclass(slots=True)
class Handset:
    """A number, who is behind it, and the conversation as it shows on its screen."""

    number: str
    personality: Personality
    seed: int
    texts: int = 0
    stopped: bool = False
    stop_is_known: bool = False
    texts_after_stop: int = 0
    lines: deque[Line] = field(default_factory=lambda: deque(maxlen=KEPT))

    def receive(self, sender: str, body: str) -> None:
        self.texts += 1
        self.texts_after_stop += self.stop_is_known
        self.lines.append(Line(False, sender, body))

    def answer_to(self, body: str) -> str:
        """What the person behind it texts back to this, the same in every run; empty when nothing."""
        if self.stopped:
            return ""
        return self.personality.answer(body, self.chance("answer"))

    def say(self, recipient: str, body: str) -> None:
        self.lines.append(Line(True, recipient, body))
        word = body.lower().strip(" .!")
        if word in STOP_WORDS:
            self.stopped = True
        elif word == "start":
            self.stopped = self.stop_is_known = False

    def chance(self, purpose: str) -> Random:
        return Random(f"{self.seed}:{self.number}:{self.texts}:{purpose}")
