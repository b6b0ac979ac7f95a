from typing import Any

from groundswell.privacy.registry import declarations


def export_person(person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Everything kept about a person, by model (GDPR art. 15); the caller has checked who asks."""
    found = {
        declaration.model._meta.label_lower: declaration.exported_rows(person_id)
        for declaration in declarations
    }
    return {label: rows for label, rows in found.items() if rows}
