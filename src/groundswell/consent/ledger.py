"""Writing the ledger: an event and the current state it leads to, always together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentEvent, ConsentState
from groundswell.kernel import clock


@dataclass(frozen=True, kw_only=True)
class Line:
    """What will stand in the ledger. `purpose` None: every purpose at once."""

    person_id: int | None
    channel: Channel
    purpose: Purpose | None
    status: ConsentStatus
    basis: Basis = Basis.UNKNOWN

    @property
    def purposes(self) -> list[Purpose]:
        return list(Purpose) if self.purpose is None else [self.purpose]


def write_lines(
    actor: Actor,
    lines: Iterable[Line],
    *,
    source: str,
    evidence: str = "",
    match_key: str = "",
    received_at: datetime | None = None,
) -> None:
    """A handful of lines (one household's); thousands go through `record_consent_for_import`."""
    lines = list(lines)
    now = clock.now()
    events = ConsentEvent.objects.bulk_create(
        ConsentEvent(
            organisation_id=actor.organisation_id,
            person_id=line.person_id,
            channel=line.channel,
            purpose=line.purpose or "",
            status=line.status,
            basis=line.basis,
            evidence=evidence[:500],
            source=source,
            match_key=match_key,
            recorded_by_id=actor.membership_id,
            received_at=received_at or now,
            effective_at=now,
        )
        for line in lines
    )
    states = [
        ConsentState(
            person_id=line.person_id,
            channel=line.channel,
            purpose=purpose,
            status=line.status,
            basis=line.basis,
            event=event,
        )
        for line, event in zip(lines, events, strict=True)
        if line.person_id is not None
        for purpose in line.purposes
    ]
    ConsentState.objects.bulk_create(
        states,
        update_conflicts=True,
        unique_fields=["person", "channel", "purpose"],
        update_fields=["status", "basis", "event"],
    )
