from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from groundswell.gateways.simulator.handset import Handset


@dataclass
class Tally:
    """What the carrier saw, whatever the sender believes."""

    submitted: int = 0
    refused: int = 0
    taken: int = 0
    duplicates: int = 0
    spoken: int = 0
    told: int = 0
    not_told: int = 0
    references: set[str] = field(default_factory=set)

    def take(self, reference: str) -> None:
        self.taken += 1
        if reference and reference in self.references:
            self.duplicates += 1
        self.references.add(reference)

    def summary(self, handsets: Iterable[Handset]) -> dict[str, Any]:
        """Counts; `after_stop` leaves out the one confirmation each may get."""
        texts = [handset.texts for handset in handsets]
        return {
            "submitted": self.submitted,
            "refused": self.refused,
            "taken": self.taken,
            "duplicates": self.duplicates,
            "handsets": len(texts),
            "texts": sum(texts),
            "most_texts": max(texts, default=0),
            "after_stop": sum(max(0, handset.texts_after_stop - 1) for handset in handsets),
            "inbound": self.spoken,
            "webhooks_told": self.told,
            "webhooks_not_told": self.not_told,
        }
