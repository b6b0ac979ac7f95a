from groundswell.people.models import ContactPoint, Note, Person, PersonWord, Tagging
from groundswell.privacy.registry import OnErasure, PersonalData, declare

declare(
    PersonalData(
        model=Person,
        person="pk",
        exported=(
            "given_name",
            "family_name",
            "external_id",
            "language",
            "postcode",
            "town",
            "address",
            "how_we_know",
            "custom",
            "created_at",
        ),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    PersonalData(
        model=ContactPoint,
        person="person",
        exported=("kind", "value", "status", "created_at"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    PersonalData(model=Note, person="person", exported=("body", "written_at"), on_erasure=OnErasure.DELETE)
)
declare(
    PersonalData(
        model=Tagging, person="person", exported=("tag__name", "tagged_at"), on_erasure=OnErasure.DELETE
    )
)
declare(PersonalData(model=PersonWord, person="person", exported=("word",), on_erasure=OnErasure.DELETE))
