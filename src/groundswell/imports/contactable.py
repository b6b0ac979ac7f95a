"""Who may be contacted once a file is loaded, and whose consent it changes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentState, Suppression
from groundswell.imports.models import ImportRun
from groundswell.kernel.among import Many

Bases = dict[tuple[Channel, Purpose], Basis]
REFUSALS = {ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED}


def bases_of(run: ImportRun) -> Bases:
    """What the organiser said of channels and purposes; what is unknown is left out and stays blocked."""
    return {
        (Channel(channel), Purpose(purpose)): Basis(basis)
        for channel, purposes in run.source.get("bases", {}).items()
        for purpose, basis in purposes.items()
        if basis != Basis.UNKNOWN
    }


@dataclass
class ConsentAround:
    """Consent of the people at hand, stops on the addresses at hand, and what the file offers."""

    offered: Bases
    states: defaultdict[int, dict[tuple[str, str], str]] = field(default_factory=lambda: defaultdict(dict))
    stopped: set[tuple[str, str]] = field(default_factory=set)

    def purposes(self, person_id: int | None, channel: Channel) -> list[Purpose]:
        """The purposes for which this channel will be open, stops on addresses aside."""
        known = self.states.get(person_id or 0, {})
        return [purpose for purpose in Purpose if self._opens(known, channel, purpose)]

    def _opens(self, known: dict[tuple[str, str], str], channel: Channel, purpose: Purpose) -> bool:
        status = known.get((channel, purpose), ConsentStatus.UNKNOWN)
        if status == ConsentStatus.UNKNOWN:
            return (channel, purpose) in self.offered
        return status == ConsentStatus.GRANTED

    def has_refused(self, person_id: int | None, channel: Channel) -> bool:
        known = self.states.get(person_id or 0, {})
        return any(status in REFUSALS for (each, _), status in known.items() if each == channel)

    def is_stopped(self, channel: Channel, keys: Iterable[str | None]) -> bool:
        return any((channel, key) in self.stopped for key in keys if key)

    def would_change(self, person_id: int, keys: Sequence[str | None]) -> bool:
        """Whether the file fills in a consent that is missing or unknown."""
        known = self.states.get(person_id, {})
        return any(
            known.get(offer, ConsentStatus.UNKNOWN) == ConsentStatus.UNKNOWN
            for offer in self.offered
            if not self.is_stopped(offer[0], keys)
        )


def load_consent(run: ImportRun, person_ids: Iterable[int], keys: Iterable[str]) -> ConsentAround:
    around = ConsentAround(bases_of(run))
    states = ConsentState.objects.filter(person_id__among=Many(person_ids))
    for person_id, channel, purpose, status in states.values_list(
        "person_id", "channel", "purpose", "status"
    ):
        around.states[person_id][channel, purpose] = status
    stops = Suppression.objects.filter(
        organisation_id=run.organisation_id, match_key__among=Many(keys), lifted_at=None
    )
    around.stopped = set(stops.values_list("channel", "match_key"))
    return around
