"""Members answer all at once: webhooks as a carrier sends them, one text each, signed."""

import json
import threading
from typing import Any

from groundswell.config.bench.installation import CARRIER_SECRET
from groundswell.config.bench.line import Line
from groundswell.gateways.simulator.signing import sign

LINES = 8


def post_replies(port: int, rehearsal: Any, count: int) -> int:
    """How many were answered with 200: the carrier will not send those again."""
    phones: list[str] = rehearsal.phones_texted()[:count]
    told: list[int] = []
    crew = [
        threading.Thread(target=_post, args=(port, rehearsal, phones[n::LINES], n, told))
        for n in range(LINES)
    ]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    return sum(told)


def _post(port: int, rehearsal: Any, phones: list[str], place: int, told: list[int]) -> None:
    line, path = Line(port), f"/hooks/{rehearsal.connection.public_id}/inbound"
    good = 0
    for number, phone in enumerate(phones):
        event = {
            "type": "inbound",
            "id": f"bench-{place}-{number}",
            "from": phone,
            "to": rehearsal.sender.number,
            "text": "Yes, I posted it on Monday!",
        }
        body = json.dumps([event]).encode()
        [(name, value)] = sign(CARRIER_SECRET, body).items()
        status, _ = line.send(path, body, f"{name}: {value}\r\n")
        good += status == 200
    told.append(good)
