from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.orgs.errors import GroupNameTaken
from groundswell.orgs.models import Group


def create_group(*, actor: Actor, parent: Group, name: str, kind: str = Group.Kind.BRANCH) -> Group:
    """Adds a group below another; raises GroupNameTaken when its parent has one of that name."""
    with transaction.atomic():
        if Group.objects.filter(parent=parent, name__iexact=name).exists():
            raise GroupNameTaken
        group = Group.objects.create(
            organisation_id=parent.organisation_id, parent=parent, name=name, kind=kind, path="/"
        )
        group.path = f"{parent.path}{group.id}/"
        group.save(update_fields=["path"])
        record(actor, "orgs.group_created", group)
    return group
