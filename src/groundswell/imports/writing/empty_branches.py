from django.db.models import Exists, ManyToOneRel, Model, OuterRef, QuerySet

from groundswell.imports.models import ImportRun
from groundswell.orgs.models import Group
from groundswell.people.models import Person


def remove_empty_branches(run: ImportRun) -> int:
    """Branches the import made and nobody needs now; whoever is in the bin moves to the chosen group."""
    made = Group.objects.filter(organisation_id=run.organisation_id, changeset_id=run.changeset_id)
    for model, field in _references():
        in_use: QuerySet[Model] = model._base_manager.filter(**{field: OuterRef("pk")})
        if model is Person:
            in_use = in_use.filter(deleted_at=None)
        made = made.filter(~Exists(in_use))
    empty = list(made.values_list("id", flat=True))
    Person.objects.filter(group__in=empty).exclude(deleted_at=None).update(group=run.group)
    Group.objects.filter(id__in=empty).delete()
    return len(empty)


def _references() -> list[tuple[type[Model], str]]:
    """Every foreign key to a group, in whichever context."""
    relations = Group._meta.get_fields(include_hidden=True)
    return [
        (relation.related_model, relation.field.name)
        for relation in relations
        if isinstance(relation, ManyToOneRel) and not isinstance(relation.related_model, str)
    ]
