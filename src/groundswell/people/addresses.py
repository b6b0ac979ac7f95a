"""From what people type to a contact point: normalised, sealed, and findable only by keyed hashes."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from groundswell.kernel.fields import Sealed
from groundswell.kernel.phones import PhoneNumber, read_phone
from groundswell.kernel.sealed import match_key
from groundswell.orgs.models import Organisation
from groundswell.people.errors import EmailUnreadable, PhoneUnreadable
from groundswell.people.models import ContactPoint

LABEL = "address-of-person"
TAIL = 4


def read_number(raw: str, organisation: Organisation) -> PhoneNumber:
    """Raises PhoneUnreadable."""
    number = read_phone(raw, organisation.country)
    if number is None:
        raise PhoneUnreadable
    return number


def read_email(raw: str) -> str:
    """Lower case throughout: nobody tells two people apart by capitals. Raises EmailUnreadable."""
    email = raw.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise EmailUnreadable from error
    return email


def phone_point(organisation_id: int, number: PhoneNumber) -> ContactPoint:
    """Not saved, and without its person."""
    return ContactPoint(
        organisation_id=organisation_id,
        kind=ContactPoint.Kind.PHONE,
        value=Sealed.of(LABEL, number.e164),
        match_key=match_key(organisation_id, "phone", number.e164),
        tail_key=tail_key(organisation_id, number.e164),
        textable=number.textable,
        status=ContactPoint.Status.OK if number.textable else ContactPoint.Status.LANDLINE,
    )


def email_point(organisation_id: int, email: str) -> ContactPoint:
    """Not saved, and without its person."""
    return ContactPoint(
        organisation_id=organisation_id,
        kind=ContactPoint.Kind.EMAIL,
        value=Sealed.of(LABEL, email),
        match_key=match_key(organisation_id, "email", email),
    )


def tail_key(organisation_id: int, digits: str) -> str:
    return match_key(organisation_id, "tail", digits[-TAIL:])
