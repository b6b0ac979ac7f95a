"""The only ways from a URL to a person; whoever is not the viewer's does not exist."""

from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from groundswell.history.models import Changeset
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.people.models import Person, Tag


def get_person_for(viewer: Viewer, public_id: UUID, right: Right = Right.SEE_PEOPLE) -> Person:
    people = Person.objects.visible_to(viewer, right).select_related("organisation", "group")
    person: Person = get_object_or_404(people, public_id=public_id)
    return person


def get_changeset_for(viewer: Viewer, public_id: UUID) -> Changeset:
    """One's own change of a person, to take back."""
    changes = Changeset.objects.filter(
        organisation_id=viewer.organisation_id,
        membership_id=viewer.membership_id,
        kind__startswith="person.",
    )
    return get_object_or_404(changes, public_id=public_id)


def tags_for(viewer: Viewer) -> QuerySet[Tag]:
    return Tag.objects.filter(organisation=viewer.organisation_id, deleted_at=None).order_by("name")


def groups_of_people_for(viewer: Viewer, right: Right = Right.SEE_PEOPLE) -> QuerySet[Group]:
    return Group.objects.filter(id__in=viewer.groups_with(right)).order_by("path")
