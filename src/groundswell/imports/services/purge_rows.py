from datetime import timedelta

from groundswell.imports.models import ImportRow, ImportRun
from groundswell.imports.services.undo_import import KEEP_ROWS
from groundswell.kernel import clock

ABANDONED = timedelta(hours=1)
AT_ONCE = 2000


def purge_rows() -> None:
    """Staged rows are personal data: 30 days after the upload they go, a chunk a transaction.

    A file whose reading was cut short by a crash goes after an hour.
    """
    ImportRun.objects.filter(state=ImportRun.State.READING, made_at__lt=clock.now() - ABANDONED).delete()
    old = ImportRow.objects.filter(run__made_at__lt=clock.now() - KEEP_ROWS)
    while ids := list(old.values_list("id", flat=True)[:AT_ONCE]):
        ImportRow.objects.filter(id__in=ids).delete()
