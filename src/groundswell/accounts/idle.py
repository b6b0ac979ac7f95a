"""How long a session may lie idle, and how long it may live at all."""

from datetime import timedelta

from django.contrib.auth import logout
from django.http import HttpRequest

from groundswell.kernel.clock import now

IDLE_SEES_MANY = timedelta(minutes=30)
IDLE_OTHERS = timedelta(hours=12)
LIFE_SEES_MANY = timedelta(hours=12)
LIFE_OTHERS = timedelta(days=7)
NOTED_EVERY = timedelta(minutes=2)

SEEN, OPENED = "seen_at", "opened_at"


def sign_out_when_idle(request: HttpRequest, *, sees_many: bool) -> None:
    """Ends a session that lay idle or lived too long; otherwise notes now and then that it is in use."""
    idle, life = (IDLE_SEES_MANY, LIFE_SEES_MANY) if sees_many else (IDLE_OTHERS, LIFE_OTHERS)
    moment = now().timestamp()
    opened, seen = request.session.get(OPENED, moment), request.session.get(SEEN, moment)
    if moment - seen > idle.total_seconds() or moment - opened > life.total_seconds():
        logout(request)
        return
    if SEEN not in request.session or moment - seen > NOTED_EVERY.total_seconds():
        request.session.update({SEEN: moment, OPENED: opened})
