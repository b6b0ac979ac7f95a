from collections.abc import Sequence

from groundswell.imports.judging import Verdict
from groundswell.imports.models import ImportRun
from groundswell.people.models import Tag, Tagging


def write_tags(run: ImportRun, verdicts: Sequence[Verdict]) -> None:
    """Adds tags, made where they are new; never takes one away."""
    tagged = [verdict for verdict in verdicts if verdict.tags]
    if not tagged:
        return
    tags = _tags(run, {tag for verdict in tagged for tag in verdict.tags})
    Tagging.objects.bulk_create(
        (
            Tagging(
                tag_id=tags[name.lower()],
                person_id=verdict.identity or 0,
                tagged_by_id=run.acting_id,
                changeset_id=run.changeset_id,
            )
            for verdict in tagged
            for name in {tag.lower() for tag in verdict.tags}
        ),
        ignore_conflicts=True,
    )


def _tags(run: ImportRun, names: set[str]) -> dict[str, int]:
    """Ids by name in small letters."""
    kept = Tag.objects.filter(organisation_id=run.organisation_id, deleted_at=None)
    known = {name.lower(): tag_id for tag_id, name in kept.values_list("id", "name")}
    missing = {name.lower(): name for name in sorted(names) if name.lower() not in known}
    made = Tag.objects.bulk_create(
        Tag(organisation_id=run.organisation_id, name=name) for name in missing.values()
    )
    return known | {tag.name.lower(): tag.id for tag in made}
