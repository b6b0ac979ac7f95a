from datetime import timedelta

from groundswell.history.models import Change, Changeset
from groundswell.kernel import clock
from groundswell.kernel.jobs import periodic

KEEP_VALUES = timedelta(days=90)


@periodic("history.purge_values", seconds=3600)
def purge_values() -> None:
    """Former values are personal data: after 90 days they go, and the undo with them."""
    old = Changeset.objects.filter(made_at__lt=clock.now() - KEEP_VALUES, purged_at=None).order_by("id")[:20]
    for changeset in old:
        Change.objects.filter(changeset=changeset).delete()
        changeset.purged_at = clock.now()
        changeset.save(update_fields=["purged_at"])
