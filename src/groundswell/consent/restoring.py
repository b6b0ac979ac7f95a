"""What the ledger said before a stop, so that lifting it allows that again and nothing more."""

from collections.abc import Iterable

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.ledger import Line
from groundswell.consent.models import ConsentEvent, ConsentState


def lines_before(organisation_id: int, match_key: str, channels: Iterable[str]) -> list[Line]:
    """One line for each state that stands as it does because of a stop of this address."""
    stopped = ConsentState.objects.filter(
        channel__in=channels,
        event__organisation_id=organisation_id,
        event__match_key=match_key,
        event__purpose="",
        status=ConsentStatus.WITHDRAWN,
    )
    return [_line_before(state) for state in stopped]


def _line_before(state: ConsentState) -> Line:
    earlier = ConsentEvent.objects.filter(
        person=state.person_id, channel=state.channel, purpose=state.purpose, id__lt=state.event_id
    )
    before = earlier.order_by("-id").first()
    return Line(
        person_id=state.person_id,
        channel=Channel(state.channel),
        purpose=Purpose(state.purpose),
        status=ConsentStatus(before.status) if before else ConsentStatus.UNKNOWN,
        basis=Basis(before.basis) if before else Basis.UNKNOWN,
    )
