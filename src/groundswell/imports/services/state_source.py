from collections.abc import Mapping

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, Channel, Purpose
from groundswell.imports.errors import EvidenceMissing, ImportNotReady
from groundswell.imports.models import ImportRun
from groundswell.imports.scope import require_import_right
from groundswell.imports.services.map_columns import OPEN_STATES

Bases = Mapping[tuple[Channel, Purpose], Basis]


def state_source(*, actor: Actor, run: ImportRun, bases: Bases, evidence: str) -> None:
    """Says where these people come from: the basis per channel and purpose, and how we can show it."""
    require_import_right(actor, run.group)
    known = {pair: basis for pair, basis in bases.items() if basis != Basis.UNKNOWN}
    if known and not evidence.strip():
        raise EvidenceMissing
    by_channel: dict[str, dict[str, str]] = {}
    for (channel, purpose), basis in known.items():
        by_channel.setdefault(channel.value, {})[purpose.value] = basis.value
    changed = ImportRun.objects.filter(id=run.id, state__in=OPEN_STATES).update(
        source={"bases": by_channel, "evidence": evidence.strip()[:500]}, state=ImportRun.State.STAGED
    )
    if not changed:
        raise ImportNotReady
    run.refresh_from_db()
