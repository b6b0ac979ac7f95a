from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.orgs.errors import GroupNameTaken
from groundswell.orgs.models import Group


def rename_group(*, actor: Actor, group: Group, name: str, kind: str) -> None:
    with transaction.atomic():
        siblings = Group.objects.filter(organisation_id=group.organisation_id, parent_id=group.parent_id)
        if siblings.exclude(pk=group.pk).filter(name__iexact=name).exists():
            raise GroupNameTaken
        group.name, group.kind = name, kind
        group.save(update_fields=["name", "kind"])
        record(actor, "orgs.group_renamed", group)
