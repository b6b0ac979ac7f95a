"""What a browser is called in a list its owner reads: nothing that could single a person out."""

BROWSERS = ("Edg", "Firefox", "OPR", "Chrome", "Safari")
SYSTEMS = ("iPhone", "iPad", "Android", "Windows", "Macintosh", "CrOS", "Linux")
PLAIN = {"Edg": "Edge", "OPR": "Opera", "Macintosh": "Mac", "CrOS": "Chromebook"}


def device_name(user_agent: str) -> str:
    """As in "Firefox, Windows"; empty when neither is known."""
    found = (_first(BROWSERS, user_agent), _first(SYSTEMS, user_agent))
    return ", ".join(PLAIN.get(name, name) for name in found if name)


def _first(names: tuple[str, ...], user_agent: str) -> str:
    return next((name for name in names if name in user_agent), "")
