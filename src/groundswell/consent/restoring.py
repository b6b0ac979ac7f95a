"""What the ledger said before a stop, so that lifting it allows that again and nothing more."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from groundswell.consent.channels import Basis, Channel, ConsentStatus, Purpose
from groundswell.consent.ledger import Line
from groundswell.consent.models import ConsentEvent, ConsentState, Suppression

_STOP = Q(purpose="", status=ConsentStatus.WITHDRAWN)


def lines_before(organisation_id: int, match_key: str, channels: Iterable[str]) -> list[Line]:
    """One line for each state that stands as it does because of a stop of this address.

    Not while another number of the same person is stopped: lifting the one says nothing about the other.
    """
    stopped_here = ConsentEvent.objects.filter(
        _STOP, organisation_id=organisation_id, match_key=match_key, person=OuterRef("person")
    )
    states = ConsentState.objects.filter(
        Exists(stopped_here.filter(channel=OuterRef("channel"))),
        channel__in=channels,
        event__purpose="",
        status=ConsentStatus.WITHDRAWN,
    )
    return [_line_before(state) for state in states if not _is_stopped_elsewhere(organisation_id, state)]


def _is_stopped_elsewhere(organisation_id: int, state: ConsentState) -> bool:
    stops = ConsentEvent.objects.filter(_STOP, person=state.person_id, channel=state.channel)
    return Suppression.objects.filter(
        organisation_id=organisation_id,
        channel=state.channel,
        match_key__in=stops.values("match_key"),
        lifted_at=None,
    ).exists()


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
