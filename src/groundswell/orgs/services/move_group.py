from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.facts import announce
from groundswell.orgs.errors import CannotMoveThere, GroupNameTaken
from groundswell.orgs.facts import GroupMoved
from groundswell.orgs.models import Group


def move_group(*, actor: Actor, group: Group, parent: Group) -> None:
    """Moves a group with all below it; the paths of a whole subtree change in one statement."""
    with transaction.atomic():
        tree = list(Group.objects.select_for_update().filter(organisation_id=group.organisation_id))
        current = {each.id: each for each in tree}
        group, parent = current[group.id], current[parent.id]
        if group.parent_id is None or parent.path.startswith(group.path):
            raise CannotMoveThere
        if any(each.parent_id == parent.id and _same(each, group) for each in tree if each != group):
            raise GroupNameTaken
        Group.objects.at_or_below(group).update(
            path=Concat(Value(parent.path), Substr(F("path"), len(group.parent.path) + 1))  # type: ignore[union-attr]
        )
        Group.objects.filter(pk=group.pk).update(parent=parent)
        record(actor, "orgs.group_moved", group, parent=parent.id)
        announce(GroupMoved(organisation_id=group.organisation_id, group_id=group.id))


def _same(one: Group, other: Group) -> bool:
    return one.name.casefold() == other.name.casefold()
