from django.urls import reverse

from groundswell.history.models import Changeset
from groundswell.orgs.routes import MemberRequest
from groundswell.people.models import Person
from groundswell.ui.toasts import say


def offer_undo(request: MemberRequest, person: Person, changeset: Changeset | None, words: str) -> None:
    """Says what was done, with an Undo; says nothing when nothing was."""
    if changeset is not None:
        undo = reverse("person_undo", args=[person.public_id, changeset.public_id])
        say(request, words, undo=undo)
