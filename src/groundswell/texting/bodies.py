from groundswell.texting.errors import BadText

LONGEST = 1000


def clean_body(body: str) -> str:
    """The words as they will be sent; raises BadText when they cannot be."""
    cleaned = body.replace("\r\n", "\n").replace("\x00", "").strip()
    if not 1 <= len(cleaned) <= LONGEST:
        raise BadText
    return cleaned
