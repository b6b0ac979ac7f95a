from typing import Any

from axe_playwright_python.sync_playwright import Axe

GRAVE = {"serious", "critical"}


def complaints_of_axe(page: Any) -> list[str]:
    """What axe finds serious or critical on a page, one line each."""
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False})
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found.response["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]
