from collections import Counter
from collections.abc import Sequence

from groundswell.audit.actor import Actor
from groundswell.imports.errors import ImportNotReady, NothingToRecogniseBy, OneColumnEach
from groundswell.imports.models import ImportRun
from groundswell.imports.registry import column_kinds
from groundswell.imports.scope import require_import_right
from groundswell.kernel.errors import BadInput

RECOGNISED_BY = {"membership_number", "mobile", "email"}
OPEN_STATES = [ImportRun.State.STAGED, ImportRun.State.PREVIEWED]


def map_columns(*, actor: Actor, run: ImportRun, kinds: Sequence[str]) -> None:
    """Says what each column is. Raises BadInput when nothing would tell people apart."""
    require_import_right(actor, run.group)
    if len(kinds) != len(run.headers) or any(kind not in column_kinds for kind in kinds):
        raise BadInput
    counted = Counter(kinds)
    if any(times > 1 and not column_kinds.get(kind).several for kind, times in counted.items()):
        raise OneColumnEach
    if not RECOGNISED_BY & counted.keys():
        raise NothingToRecogniseBy
    changed = ImportRun.objects.filter(id=run.id, state__in=OPEN_STATES).update(
        mapping=list(kinds), state=ImportRun.State.STAGED
    )
    if not changed:
        raise ImportNotReady
    run.refresh_from_db()
