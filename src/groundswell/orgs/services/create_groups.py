from collections.abc import Iterable

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.orgs.models import Group


def create_groups(
    *,
    actor: Actor,
    parent: Group,
    names: Iterable[str],
    kind: str = Group.Kind.BRANCH,
    changeset_id: int | None = None,
) -> list[Group]:
    """Adds those of the names that the parent has no group of yet; few statements for many branches."""
    with transaction.atomic():
        taken = {name.casefold() for name in parent.children.values_list("name", flat=True)}
        fresh: dict[str, str] = {}
        for name in _clean(names):
            if name.casefold() not in taken:
                fresh.setdefault(name.casefold(), name)
        groups = [
            Group(
                organisation_id=parent.organisation_id,
                parent=parent,
                name=name,
                kind=kind,
                path="/",
                changeset_id=changeset_id,
            )
            for name in fresh.values()
        ]
        Group.objects.bulk_create(groups)
        for group in groups:
            group.path = f"{parent.path}{group.id}/"
        Group.objects.bulk_update(groups, ["path"])
        if groups:
            record(actor, "orgs.groups_created", parent, count=len(groups))
    return groups


def _clean(names: Iterable[str]) -> list[str]:
    return [short for name in names if (short := " ".join(name.split())[:120])]
