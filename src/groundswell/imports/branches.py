from collections import defaultdict

from groundswell.imports.reasons import CellProblem, Reason
from groundswell.orgs.models import Group
from groundswell.people.names import plain

MOST_NEW = 500


class Branches:
    """Branches at or below the chosen group, found by name whatever its capitals and accents."""

    def __init__(self, top: Group) -> None:
        self.top = top
        self.ids: defaultdict[str, list[int]] = defaultdict(list)
        self.ids[""] = []
        for group_id, name in Group.objects.at_or_below(top).values_list("id", "name"):
            self.ids[plain(name)].append(group_id)

    def find(self, name: str) -> int | None:
        """The branch with this name, None when it is still to be made; CellProblem when two have it."""
        found = self.ids.get(plain(name), [])
        if len(found) > 1:
            raise CellProblem(Reason.BRANCH_TWICE)
        return found[0] if found else None

    def make(self, names: list[str], changeset_id: int) -> int:
        """Makes the missing ones below the chosen group, in the caller's transaction; returns how many."""
        wanted = {plain(name): name for name in names if not self.ids.get(plain(name))}
        made = Group.objects.bulk_create(
            Group(
                organisation_id=self.top.organisation_id,
                parent=self.top,
                name=name,
                path=self.top.path,
                changeset_id=changeset_id,
            )
            for name in wanted.values()
        )
        for group in made:
            group.path = f"{self.top.path}{group.id}/"
            self.ids[plain(group.name)].append(group.id)
        Group.objects.bulk_update(made, ["path"])
        return len(made)
