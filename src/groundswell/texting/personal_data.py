from groundswell.privacy.registry import OnErasure, PersonalData, declare
from groundswell.texting.models import Conversation, Recipient, Text

declare(
    PersonalData(
        model=Conversation,
        person="person",
        exported=("campaign__name", "address", "first_text_at", "last_in_at", "closed_because"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    PersonalData(
        model=Text,
        person="conversation__person",
        exported=("kind", "body", "state", "made_at"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    PersonalData(
        model=Recipient,
        person="person",
        exported=("campaign__name", "left_out", "goal_reached_at"),
        on_erasure=OnErasure.DELETE,
    )
)
