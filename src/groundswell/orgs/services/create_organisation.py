from typing import TypedDict, Unpack

from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.facts import announce
from groundswell.orgs.facts import OrganisationCreated
from groundswell.orgs.models import Group, Membership, Organisation, Role, RoleGrant
from groundswell.orgs.services.publish_agreement import publish_default_agreement


class Particulars(TypedDict, total=False):
    kind: str
    country: str
    time_zone: str
    language: str
    accent: str
    contact_line: str


def create_organisation(*, owner: User, name: str, **particulars: Unpack[Particulars]) -> Membership:
    """A new organisation with its top group, the default agreement, and its first owner."""
    with transaction.atomic():
        organisation = Organisation.objects.create(name=name, **particulars)
        root = Group.objects.create(organisation=organisation, name=name, kind=Group.Kind.NATIONAL, path="/")
        root.path = f"/{root.id}/"
        root.save(update_fields=["path"])
        membership = Membership.objects.create(
            organisation=organisation, user=owner, alias=owner.get_short_name()
        )
        RoleGrant.objects.create(membership=membership, group=root, role=Role.OWNER)
        publish_default_agreement(organisation)
        actor = Actor(organisation.id, "member", membership_id=membership.id, user_id=owner.id)
        record(actor, "orgs.organisation_created", organisation)
        announce(OrganisationCreated(organisation_id=organisation.id, root_group_id=root.id))
    return membership
