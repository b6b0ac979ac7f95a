from groundswell.audit.actor import Actor
from groundswell.history.models import Changeset
from groundswell.people.addresses import email_point, read_email
from groundswell.people.models import ContactPoint, Person
from groundswell.people.services.replace_address import replace_address


def set_email(*, actor: Actor, person: Person, email: str) -> Changeset | None:
    """The address they have now, or none for "". Raises EmailUnreadable."""
    point = email_point(person.organisation_id, read_email(email)) if email.strip() else None
    return replace_address(actor=actor, person=person, kind=ContactPoint.Kind.EMAIL, point=point)
