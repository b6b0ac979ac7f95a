from typing import Any

from django.db.models import Model

from groundswell.audit.actor import Actor
from groundswell.audit.models import AuditEntry
from groundswell.kernel import clock


def record(actor: Actor, verb: str, target: Model | None = None, **details: Any) -> None:
    """Writes who did what to which object, in the transaction of the change itself.

    `details` holds ids, counts and field names, never personal data: erasure must not break the chain.
    """
    AuditEntry.objects.create(
        organisation_id=actor.organisation_id,
        at=clock.now(),
        actor_kind=actor.kind,
        membership_id=actor.membership_id,
        user_id=actor.user_id,
        verb=verb,
        target_type=target._meta.label_lower if target else "",
        target_id=target.pk if target else None,
        details=details,
    )
