"""What consent knows of an address or a person, shaped for those who ask."""

from dataclasses import dataclass

from groundswell.consent.channels import Channel, ConsentStatus, Purpose
from groundswell.consent.models import ConsentState, Hold, Suppression
from groundswell.people.models import ContactPoint, Person


@dataclass(frozen=True)
class ConsentRow:
    """What is allowed on one channel for one purpose."""

    purpose: Purpose
    state: ConsentState | None

    @property
    def status(self) -> ConsentStatus:
        return ConsentStatus(self.state.status) if self.state else ConsentStatus.UNKNOWN


@dataclass(frozen=True)
class ChannelConsent:
    """One channel: what is known, and what is not."""

    channel: Channel
    rows: list[ConsentRow]

    @property
    def known(self) -> list[ConsentRow]:
        return [row for row in self.rows if row.status != ConsentStatus.UNKNOWN]

    @property
    def unknown(self) -> list[Purpose]:
        return [row.purpose for row in self.rows if row.status == ConsentStatus.UNKNOWN]


def holders_of(organisation_id: int, match_key: str) -> set[int]:
    """Everybody with this number or address: a household shares its STOP."""
    points = ContactPoint.objects.filter(organisation_id=organisation_id, match_key=match_key)
    return set(points.filter(person__deleted_at=None).values_list("person_id", flat=True))


def stops_of(organisation_id: int, match_keys: list[str]) -> list[Suppression]:
    """What is suppressed now, newest first, with who recorded it."""
    stops = Suppression.objects.filter(
        organisation_id=organisation_id, match_key__in=match_keys, lifted_at=None
    )
    return list(stops.select_related("recorded_by__user").order_by("-id"))


def holds_of(organisation_id: int, match_keys: list[str]) -> list[Hold]:
    """What waits for somebody's decision."""
    return list(
        Hold.objects.filter(organisation_id=organisation_id, match_key__in=match_keys, decided_at=None)
    )


def numbers_of(person: Person) -> list[str]:
    """The keyed hashes of somebody's phone numbers."""
    points = person.contact_points.filter(kind=ContactPoint.Kind.PHONE).order_by("match_key")
    return list(points.values_list("match_key", flat=True))


def consent_table(person: Person) -> list[ChannelConsent]:
    """Every channel, with what the ledger says now and why for each purpose it knows of."""
    states = {
        (state.channel, state.purpose): state
        for state in ConsentState.objects.filter(person=person).select_related("event__recorded_by__user")
    }
    return [
        ChannelConsent(channel, [ConsentRow(purpose, states.get((channel, purpose))) for purpose in Purpose])
        for channel in Channel
    ]
