from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel.prepared import Slot
from groundswell.outreach.models.outreach_settings import OutreachSettings


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked. `zones`: where contact is allowed now; `limit`: None when fatigue does not count."""

    organisation_id: int | Slot
    channel: Channel
    purpose: Purpose
    at: datetime | Slot
    since: datetime | Slot
    limit: int | Slot | None
    zones: Collection[str | Slot]
    is_reply: bool = False


def ask(
    settings: OutreachSettings,
    *,
    channel: Channel,
    purpose: Purpose,
    at: datetime,
    zones: Collection[str],
    is_reply: bool,
) -> Question:
    """An answer to somebody who wrote to us needs no basis of its own, as long as they have not said no.

    Neither an answer in an open conversation nor a declared emergency is held back by fatigue.
    """
    unlimited = is_reply or settings.is_emergency(at)
    return Question(
        organisation_id=settings.organisation_id,
        channel=channel,
        purpose=purpose,
        at=at,
        since=at - timedelta(days=settings.fatigue_days),
        limit=None if unlimited else settings.fatigue_contacts,
        zones=zones,
        is_reply=is_reply,
    )
