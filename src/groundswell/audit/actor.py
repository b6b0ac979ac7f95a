from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """Who does something: a member at work, a person through a personal link, or Groundswell itself."""

    organisation_id: int
    kind: str
    membership_id: int | None = None
    user_id: int | None = None
    person_id: int | None = None

    @classmethod
    def system(cls, organisation_id: int) -> "Actor":
        return cls(organisation_id=organisation_id, kind="system")

    @classmethod
    def person(cls, organisation_id: int, person_id: int | None) -> "Actor":
        return cls(organisation_id=organisation_id, kind="person", person_id=person_id)
