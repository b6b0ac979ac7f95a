"""Who signs in to the demo, and as what."""

from dataclasses import dataclass

from groundswell.orgs.models import Role

ORGANISATION = "Teachers United"


@dataclass(frozen=True)
class Persona:
    """Somebody of the demo; `group` is the name of a group, the organisation's own for the whole tree."""

    name: str
    role: Role
    group: str
    who: str

    @property
    def key(self) -> str:
        return self.name.lower()

    @property
    def email(self) -> str:
        return f"{self.key}@teachers-united.example"


PERSONAS = (
    Persona("Amina", Role.OWNER, ORGANISATION, "organiser at the national office"),
    Persona("Bram", Role.LEADER, "Leeds", "leads the Leeds branch"),
    Persona("Chidi", Role.VOLUNTEER, "Leeds", "volunteer, texts from a phone"),
    Persona("Gita", Role.DPO, ORGANISATION, "data protection officer"),
)


def persona_by_key(key: str) -> Persona | None:
    return next((persona for persona in PERSONAS if persona.key == key), None)
