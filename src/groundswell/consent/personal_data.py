from groundswell.consent.models import ConsentEvent, ConsentState
from groundswell.privacy.registry import OnErasure, PersonalData, declare

declare(
    PersonalData(
        model=ConsentEvent,
        person="person",
        exported=("channel", "purpose", "status", "basis", "evidence", "source", "received_at"),
        on_erasure=OnErasure.BLANK,
        blank=("evidence",),
    )
)
declare(
    PersonalData(
        model=ConsentState,
        person="person",
        exported=("channel", "purpose", "status", "basis"),
        on_erasure=OnErasure.DELETE,
    )
)
