from groundswell.kernel.sealed import match_key
from groundswell.people.names import plain


def name_key(organisation_id: int, given: str, family: str) -> str:
    """A name for comparing, whatever the order of its words, accents and capitals; "" without a name."""
    words = sorted(plain(f"{given} {family}").replace(",", " ").split())
    return match_key(organisation_id, "name", " ".join(words)) if words else ""
