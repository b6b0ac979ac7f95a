"""What consent knows of an address or a person, shaped for those who ask."""

from groundswell.consent.models import Hold, Suppression
from groundswell.people.models import ContactPoint


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
