from collections.abc import Collection

from groundswell.audit.actor import Actor
from groundswell.consent.channels import Basis, ConsentStatus
from groundswell.consent.models import ConsentEvent, ConsentState
from groundswell.history.models import Changeset
from groundswell.kernel import clock


def take_back_import_consent(*, actor: Actor, changeset: Changeset, person_ids: Collection[int]) -> int:
    """Consent that rests on an import which is being undone is unknown again; in the caller's transaction.

    Only where the import's line is still the last word. A line is added to the ledger, none is changed.
    """
    states = list(ConsentState.objects.filter(person__in=person_ids, event__changeset_id=changeset.id))
    now = clock.now()
    events = ConsentEvent.objects.bulk_create(
        ConsentEvent(
            organisation_id=changeset.organisation_id,
            person_id=state.person_id,
            channel=state.channel,
            purpose=state.purpose,
            status=ConsentStatus.UNKNOWN,
            source="import_undone",
            recorded_by_id=actor.membership_id,
            received_at=now,
            effective_at=now,
        )
        for state in states
    )
    for state, event in zip(states, events, strict=True):
        state.status, state.basis, state.event = ConsentStatus.UNKNOWN, Basis.UNKNOWN, event
    ConsentState.objects.bulk_update(states, ["status", "basis", "event"], batch_size=500)
    return len(states)
