from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.kernel.errors import DomainError
from groundswell.kernel.fields import Sealed
from groundswell.outreach.models import Request
from groundswell.people.models import Person


class RequestTooLate(DomainError):
    message = _(
        "It is too late to ask for this: the last day has passed. Nothing was ordered. "
        "Tell them, and ask your organiser what else can be done."
    )


@transaction.atomic
def open_request(
    *,
    actor: Actor,
    person: Person,
    kind: Request.Kind,
    address: str,
    address_confirmed: bool,
    campaign_id: int | None,
    cut_off: datetime | None,
) -> Request:
    """Asks the office for something on a person's behalf; one open request of a kind per person.

    Asking again keeps the one that is open, with a newly confirmed address when there is one.
    """
    if cut_off is not None and now() > cut_off:
        raise RequestTooLate
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    request: Request | None = Request.objects.filter(
        person=person, kind=kind, state=Request.State.OPEN
    ).first()
    if request is None:
        return _open(actor, person, kind, address, address_confirmed, campaign_id)
    if address_confirmed and address:
        _confirm_address(actor, request, address)
    return request


def _open(
    actor: Actor,
    person: Person,
    kind: Request.Kind,
    address: str,
    address_confirmed: bool,
    campaign_id: int | None,
) -> Request:
    request = Request.objects.create(
        organisation_id=person.organisation_id,
        group_id=person.group_id,
        person=person,
        kind=kind,
        address=_seal(address),
        address_confirmed=address_confirmed,
        campaign_id=campaign_id,
        opened_by_id=actor.membership_id,
        opened_at=now(),
    )
    record(actor, "request.opened", request, person=person.id, kind=str(kind))
    return request


def _confirm_address(actor: Actor, request: Request, address: str) -> None:
    if request.address_confirmed and request.address is not None and request.address.open() == address:
        return
    request.address, request.address_confirmed = _seal(address), True
    request.save(update_fields=["address", "address_confirmed"])
    record(actor, "request.address_confirmed", request, person=request.person_id)


def _seal(address: str) -> Sealed | None:
    return Sealed.of("address", address) if address.strip() else None
