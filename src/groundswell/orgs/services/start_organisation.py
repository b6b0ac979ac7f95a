from typing import Unpack

from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.orgs.errors import OrganisationExists
from groundswell.orgs.models import Group, Membership, Organisation
from groundswell.orgs.services.create_groups import create_groups
from groundswell.orgs.services.create_organisation import Particulars, create_organisation


def start_organisation(
    *, owner: User, name: str, branches: list[str], **particulars: Unpack[Particulars]
) -> Membership:
    """The first organisation of an installation, with its branches; pressing twice makes one."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=owner.pk)
        if Organisation.objects.exists():
            raise OrganisationExists
        membership = create_organisation(owner=owner, name=name, **particulars)
        root = Group.objects.get(organisation=membership.organisation, parent=None)
        actor = Actor(root.organisation_id, "member", membership_id=membership.id, user_id=owner.id)
        create_groups(actor=actor, parent=root, names=branches)
    return membership
