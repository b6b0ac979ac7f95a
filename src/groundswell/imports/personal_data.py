from groundswell.imports.models import ImportRow
from groundswell.privacy.registry import OnErasure, PersonalData, declare

declare(
    PersonalData(
        model=ImportRow,
        person="person",
        exported=("cells", "outcome"),
        on_erasure=OnErasure.DELETE,
    )
)
