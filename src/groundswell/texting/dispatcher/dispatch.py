from django.db.models import Exists, OuterRef, Q, QuerySet

from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection
from groundswell.texting.dispatcher.claim import claim
from groundswell.texting.dispatcher.hand_over import hand_over
from groundswell.texting.dispatcher.route import route_unrouted
from groundswell.texting.dispatcher.settle import settle
from groundswell.texting.models import Text


def dispatch_once() -> bool:
    """One round over all connections that have something due; False when nothing could be sent."""
    route_unrouted()
    rounds = [_dispatch(provider) for provider in _connections_due()]
    return any(rounds)


def _dispatch(provider: ProviderConnection) -> bool:
    texts = claim(provider)
    if texts:
        settle(provider, hand_over(provider, texts))
    return bool(texts)


def _connections_due() -> QuerySet[ProviderConnection]:
    now = clock.now()
    due = Text.objects.filter(connection=OuterRef("pk"), state=Text.State.QUEUED, due_at__lte=now)
    return ProviderConnection.objects.filter(
        Exists(due),
        Q(paused_until=None) | Q(paused_until__lte=now),
        disconnected_at=None,
        organisation__sending_paused_at=None,
    ).select_related("organisation")
