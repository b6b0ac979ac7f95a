from groundswell.audit.actor import Actor
from groundswell.history.models import Changeset
from groundswell.kernel import clock


def open_changeset(*, actor: Actor, kind: str, label: str) -> Changeset:
    """Begins a change that can be taken back as a whole. `label` is what people read; no personal data."""
    return Changeset.objects.create(
        organisation_id=actor.organisation_id,
        kind=kind,
        label=label[:200],
        membership_id=actor.membership_id,
        made_at=clock.now(),
    )
