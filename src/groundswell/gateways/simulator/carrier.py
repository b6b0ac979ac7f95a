"""The carrier itself: takes texts, counts them, and plans what is reported and answered later."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any, Literal

from groundswell.gateways.simulator.agenda import Agenda, Callback
from groundswell.gateways.simulator.behaviour import Behaviour
from groundswell.gateways.simulator.handset import Handset
from groundswell.gateways.simulator.personalities import PERSONALITIES, personality_of
from groundswell.gateways.simulator.tally import Tally

Manner = Literal["answer", "lost", "hung", "broken", "nonsense"]


@dataclass(frozen=True, slots=True)
class Submission:
    sender: str
    recipient: str
    body: str
    reference: str = ""
    callback: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`manner` is how the sender learns of it; `taken` is the truth."""

    taken: bool
    provider_id: str = ""
    refusal: str = ""
    retry_after: float = 0.0
    manner: Manner = "answer"


class Carrier:
    """Everything follows from `seed` and the order of submissions. `run` keeps ids apart between runs."""

    def __init__(
        self,
        *,
        seed: int = 1,
        run: str = "sim",
        callback: str = "",
        behaviour: Behaviour | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.seed, self.run, self.callback, self.now = seed, run, callback, now
        self.behaviour = behaviour or Behaviour()
        self.handsets: dict[str, Handset] = {}
        self.tally = Tally()
        self.agenda = Agenda(now)
        self._targets: dict[str, str] = {}
        self._numbers = count(1)
        self._chance = Random(seed)
        self._free_at: dict[str, float] = {}

    def submit(self, text: Submission) -> Verdict:
        """Somebody hands a text over."""
        self.tally.submitted += 1
        if refusal := self._refusal(text):
            self.tally.refused += 1
            return refusal
        if self._happens(self.behaviour.lost_before):
            return Verdict(taken=False, manner="lost")
        return Verdict(taken=True, provider_id=self._take(text), manner=self._manner())

    def handset(self, number: str) -> Handset:
        if number not in self.handsets:
            self.handsets[number] = Handset(number, personality_of(number, self.seed), self.seed)
        return self.handsets[number]

    def cast(self, number: str, personality: str) -> None:
        """Decides who is behind a number; KeyError when nobody is like that."""
        self.handset(number).personality = PERSONALITIES[personality]

    def say(self, number: str, recipient: str, body: str, *, after: float = 0.0) -> str:
        """Makes a handset text something, `after` seconds; the id of the text."""
        provider_id = self._new_id()
        event = {"type": "inbound", "id": provider_id, "from": number, "to": recipient, "text": body}
        self._plan(recipient, event, after)
        return provider_id

    def due(self) -> Iterator[Callback]:
        """What is to be told now; whoever takes it tells it and says so with `told`, or puts it back."""
        for callback in self.agenda.due():
            if callback.kind == "inbound" and "answered" not in callback.event:
                self._speak(callback.event)
            yield callback

    def told(self, callback: Callback) -> None:
        self.tally.told += 1
        if callback.kind == "inbound":
            handset = self.handset(callback.event["from"])
            handset.stop_is_known = handset.stopped

    def stats(self) -> dict[str, Any]:
        return self.tally.summary(self.handsets.values()) | {"waiting": len(self.agenda)}

    def _refusal(self, text: Submission) -> Verdict | None:
        if wait := self._wait_of(text.sender):
            return Verdict(taken=False, refusal="throttled", retry_after=wait)
        if self._happens(self.behaviour.throttled):
            return Verdict(taken=False, refusal="throttled", retry_after=1.0)
        if not text.recipient.startswith("+") or not text.recipient[1:].isdigit() or not text.body:
            return Verdict(taken=False, refusal="invalid")
        if self.behaviour.handles_stop and self.handset(text.recipient).stopped:
            return Verdict(taken=False, refusal="opted_out")
        if self._happens(self.behaviour.refused):
            return Verdict(taken=False, refusal="filtered")
        return None

    def _wait_of(self, sender: str) -> float:
        """Seconds until this number of ours may send again; 0 when it may now. A second's worth may burst."""
        if not self.behaviour.per_second:
            return 0.0
        now = self.now()
        free_at = max(self._free_at.get(sender, 0.0), now - 1)
        if free_at > now:
            return free_at - now
        self._free_at[sender] = free_at + 1 / self.behaviour.per_second
        return 0.0

    def _take(self, text: Submission) -> str:
        provider_id = self._new_id()
        handset = self.handset(text.recipient)
        self.tally.take(text.reference)
        if text.callback:
            self._targets[text.sender] = text.callback
        failure = handset.personality.fails_as
        if not failure and self._happens(self.behaviour.filtered):
            failure = "filtered"
        if not failure:
            handset.receive(text.sender, text.body)
            self._plan_answer(handset, text)
        self._plan_reports(text, provider_id, failure)
        return provider_id

    def _plan_reports(self, text: Submission, provider_id: str, failure: str) -> None:
        report = {"type": "status", "id": provider_id, "reference": text.reference, "code": ""}
        after = self.behaviour.delivery_seconds * self._chance.uniform(0.3, 1.7)
        if self.behaviour.sent_reports:
            self._plan(text.sender, report | {"status": "accepted"}, after / 3)
        end = "failed" if failure else "delivered"
        self._plan(text.sender, report | {"status": end, "code": failure}, after)

    def _plan_answer(self, handset: Handset, text: Submission) -> None:
        chance = handset.chance("time")
        if chance.random() >= self.behaviour.replies:
            return
        if answer := handset.answer_to(text.body):
            patience = handset.personality.patience * chance.lognormvariate(0, 0.6)
            wait = self.behaviour.delivery_seconds * 2 + self.behaviour.reply_seconds * patience
            self.say(handset.number, text.sender, answer, after=wait)

    def _speak(self, event: dict[str, Any]) -> None:
        handset = self.handset(event["from"])
        handset.say(event["to"], event["text"])
        event["answered"] = "stop" if self.behaviour.handles_stop and handset.stopped else ""
        self.tally.spoken += 1

    def _plan(self, our_number: str, event: dict[str, Any], after: float) -> None:
        target = self._targets.get(our_number, self.callback)
        if self._happens(self.behaviour.reordered):
            after += self._chance.uniform(0, 5) * self.behaviour.delivery_seconds
        self.agenda.plan(target, event["type"], event, after / self.behaviour.speed)
        if self._happens(self.behaviour.duplicated):
            after += self._chance.uniform(0, 2)
            self.agenda.plan(target, event["type"], event, after / self.behaviour.speed)

    def _manner(self) -> Manner:
        behaviour = self.behaviour
        faults: tuple[tuple[Manner, float], ...] = (
            ("lost", behaviour.lost_after),
            ("hung", behaviour.hung),
            ("broken", behaviour.broken),
            ("nonsense", behaviour.nonsense),
        )
        return next((manner for manner, share in faults if self._happens(share)), "answer")

    def _happens(self, share: float) -> bool:
        return share > 0 and self._chance.random() < share

    def _new_id(self) -> str:
        return f"{self.run}-{next(self._numbers)}"
