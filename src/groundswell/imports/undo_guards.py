from collections.abc import Collection, Iterable

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from groundswell.consent.channels import ConsentStatus
from groundswell.consent.models import ConsentEvent, Suppression
from groundswell.history.models import Change
from groundswell.imports.guards import undo_guard
from groundswell.imports.models import ImportRun
from groundswell.kernel.among import Many
from groundswell.people.models import ContactPoint, Note, Person, Tagging


@undo_guard("opted_out", _("opted out since"))
def opted_out(run: ImportRun, person_ids: Collection[int]) -> Iterable[int]:
    since = run.changeset.made_at if run.changeset else run.made_at
    said = ConsentEvent.objects.filter(
        person_id__among=Many(person_ids),
        received_at__gte=since,
        status__in=[ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED],
    )
    stopped = Suppression.objects.filter(
        organisation=OuterRef("organisation"), match_key=OuterRef("match_key"), suppressed_at__gte=since
    )
    points = ContactPoint.objects.filter(Exists(stopped), person_id__among=Many(person_ids))
    return [*said.values_list("person_id", flat=True), *points.values_list("person_id", flat=True)]


@undo_guard("changed", _("was changed by hand since"))
def changed_by_hand(run: ImportRun, person_ids: Collection[int]) -> Iterable[int]:
    """Somebody's own work is on them: a changed field, a note, a tag."""
    since = run.finished_at or run.made_at
    found: set[int] = set()
    changes = Change.objects.filter(
        model="people.person", object_id__among=Many(person_ids), changeset_id__gt=run.changeset_id or 0
    )
    found.update(changes.values_list("object_id", flat=True))
    people = Person.objects.filter(id__among=Many(person_ids), updated_at__gt=since)
    found.update(people.values_list("id", flat=True))
    found.update(
        Note.objects.filter(person_id__among=Many(person_ids), written_at__gt=since).values_list(
            "person", flat=True
        )
    )
    tagged = Tagging.objects.filter(person_id__among=Many(person_ids), tagged_at__gt=since, changeset_id=None)
    found.update(tagged.values_list("person_id", flat=True))
    return found


@undo_guard("agreed", _("gave or changed their consent since"))
def spoke_about_consent(run: ImportRun, person_ids: Collection[int]) -> Iterable[int]:
    since = run.finished_at or run.made_at
    events = ConsentEvent.objects.filter(
        person_id__among=Many(person_ids), received_at__gt=since, changeset_id=None
    )
    return events.values_list("person_id", flat=True)
