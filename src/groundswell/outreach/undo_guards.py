from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from groundswell.imports.guards import undo_guard
from groundswell.imports.models import ImportRun
from groundswell.kernel.among import Many
from groundswell.outreach.models import Touch


@undo_guard("contacted", _("was contacted since"))
def contacted(run: ImportRun, person_ids: Collection[int]) -> Iterable[int]:
    """Whoever we texted or called knows of us now: they stay, with what was said."""
    since = run.changeset.made_at if run.changeset else run.made_at
    touches = Touch.objects.filter(person_id__among=Many(person_ids), touched_at__gte=since)
    return touches.values_list("person_id", flat=True).distinct()
