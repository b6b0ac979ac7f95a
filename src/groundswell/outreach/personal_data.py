from groundswell.outreach.models import AnswerGiven, Request, Touch
from groundswell.privacy.registry import OnErasure, PersonalData, declare

declare(
    PersonalData(
        model=AnswerGiven,
        person="person",
        exported=("question__text", "answer__label", "given_at"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    PersonalData(
        model=Request,
        person="person",
        exported=("kind", "state", "address", "opened_at", "closed_at"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    PersonalData(
        model=Touch, person="person", exported=("channel", "touched_at"), on_erasure=OnErasure.DELETE
    )
)
