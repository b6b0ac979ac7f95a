"""Rates in message parts: a leaky bucket per number of ours and per account, shared by all workers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection, Sender
from groundswell.texting.models import Pace

BURST = timedelta(seconds=0.25)


@dataclass
class Meter:
    """How far each bucket is filled; `take` answers whether a text still fits and then counts it."""

    now: datetime
    busy: dict[str, datetime]
    rates: dict[str, int]
    changed: set[str] = field(default_factory=set)

    def has_room(self, key: str) -> bool:
        return self.busy.get(key, self.now) <= self.now + BURST

    def take(self, keys: Iterable[str], parts: int) -> bool:
        keys = list(keys)
        if not all(self.has_room(key) for key in keys):
            return False
        for key in keys:
            start = max(self.busy.get(key, self.now), self.now)
            self.busy[key] = start + timedelta(seconds=parts / max(self.rates.get(key, 1), 1))
            self.changed.add(key)
        return True

    def save(self) -> None:
        rows = [Pace(key=key, busy_until=self.busy[key]) for key in sorted(self.changed)]
        Pace.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["key"], update_fields=["busy_until"]
        )


def account_key(provider: ProviderConnection) -> str:
    return f"connection:{provider.id}"


def sender_key(sender_id: int) -> str:
    return f"sender:{sender_id}"


def open_meter(provider: ProviderConnection) -> Meter | None:
    """Locks the account's bucket until the commit; None while another worker has it."""
    Pace.objects.bulk_create([Pace(key=account_key(provider), busy_until=clock.now())], ignore_conflicts=True)
    account = Pace.objects.select_for_update(skip_locked=True).filter(key=account_key(provider)).first()
    if account is None:
        return None
    rates = {
        sender_key(sender_id): rate
        for sender_id, rate in Sender.objects.filter(connection=provider).values_list(
            "id", "parts_per_second"
        )
    }
    busy = dict(Pace.objects.filter(key__in=list(rates)).values_list("key", "busy_until"))
    busy[account.key] = account.busy_until
    return Meter(clock.now(), busy, rates | {account.key: provider.parts_per_second})


def hold_back(key: str, *, until: datetime) -> None:
    """The provider says this number sends too fast."""
    Pace.objects.update_or_create(key=key, defaults={"busy_until": until})
