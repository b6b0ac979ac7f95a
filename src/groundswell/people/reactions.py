from groundswell.history.facts import ChangesetUndone
from groundswell.history.models import Change
from groundswell.kernel.facts import reacts_to
from groundswell.people.services import index_names


@reacts_to(ChangesetUndone)
def search_follows_names_taken_back(fact: ChangesetUndone) -> None:
    names = Change.objects.filter(changeset_id=fact.changeset_id, model="people.person", field="search_name")
    index_names(names.values_list("object_id", flat=True).iterator())
