"""The commit before the call: from here on these texts are handed over at most once."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, Now

from groundswell.consent.channels import Channel
from groundswell.consent.locks import share_addresses
from groundswell.kernel import clock
from groundswell.outreach.models import OutreachSettings, ProviderConnection, Touch
from groundswell.outreach.quiet_hours import next_opening
from groundswell.texting.dispatcher.last_check import TOO_LATE, LastCheck, is_answer, last_check
from groundswell.texting.dispatcher.pace import Meter, account_key, open_meter, sender_key
from groundswell.texting.models import Conversation, Text
from groundswell.texting.on_their_way import on_their_way
from groundswell.texting.services.give_back import CAMPAIGN_OVER, SUSPENDED, give_back

IN_FLIGHT = 16
LOOK_AHEAD = 48
GOES_BACK = (TOO_LATE, SUSPENDED, CAMPAIGN_OVER)


@transaction.atomic
def claim(provider: ProviderConnection) -> list[Text]:
    """At most `IN_FLIGHT` texts, marked as being handed over; empty when nothing may be sent just now."""
    meter = open_meter(provider)
    if meter is None or not meter.has_room(account_key(provider)):
        return []
    chosen = _choose(provider, meter)
    if not chosen:
        return []
    share_addresses(provider.organisation_id, {text.match_key for text in chosen})
    texts = _after_what_is_on_its_way(_still_queued(chosen))
    check = last_check(provider, texts)
    _drop(check)
    _put_off(provider, check)
    _wait_for_the_campaign(check)
    _mark_handed(check.sendable)
    meter.save()
    return check.sendable


def _choose(provider: ProviderConnection, meter: Meter) -> list[Text]:
    """Replies overtake first messages; a number of ours that is busy is passed over."""
    busy = [
        int(key.split(":")[1]) for key in meter.rates if key.startswith("sender") and not meter.has_room(key)
    ]
    due = (
        Text.objects.filter(connection=provider, state=Text.State.QUEUED, due_at__lte=clock.now())
        .exclude(sender__in=busy)
        .order_by("-priority", "due_at", "id")
        .only("id", "match_key", "parts", "sender_id")
    )
    fits: list[Text] = []
    for text in due[:LOOK_AHEAD]:
        if len(fits) < IN_FLIGHT and meter.take(
            (account_key(provider), sender_key(text.sender_id or 0)), text.parts
        ):
            fits.append(text)
    return fits


def _still_queued(chosen: list[Text]) -> list[Text]:
    """Read again under the address locks: what an opt-out dropped in the meantime is gone from here."""
    texts: QuerySet[Text] = Text.objects.filter(id__in=[text.id for text in chosen], state=Text.State.QUEUED)
    texts = texts.select_for_update(of=("self",)).select_related(
        "conversation__campaign", "conversation__person", "sender", "author"
    )
    return list(texts.order_by("-priority", "due_at", "id"))


def _after_what_is_on_its_way(texts: list[Text]) -> list[Text]:
    """We confirm a stop when nothing to that number is on its way any more; until then it stays queued."""
    keys = {text.match_key for text in texts if text.kind == Text.Kind.SYSTEM}
    if not keys:
        return texts
    busy = on_their_way(texts[0].organisation_id).filter(match_key__in=keys)
    waiting = set(busy.values_list("match_key", flat=True))
    return [text for text in texts if text.kind != Text.Kind.SYSTEM or text.match_key not in waiting]


def _drop(check: LastCheck) -> None:
    by_reason: dict[str, list[int]] = defaultdict(list)
    for text, reason in check.dropped:
        by_reason[reason].append(text.id)
    for reason, ids in by_reason.items():
        if reason in GOES_BACK:
            give_back(ids, because=reason)
        else:
            Text.objects.filter(id__in=ids).update(
                state=Text.State.DROPPED, reason=reason, settled_at=clock.now()
            )


def _wait_for_the_campaign(check: LastCheck) -> None:
    """Without a due time until somebody resumes it."""
    if check.paused:
        Text.objects.filter(id__in=[text.id for text in check.paused]).update(due_at=None)


def _put_off(provider: ProviderConnection, check: LastCheck) -> None:
    """Until the morning where they are."""
    if not check.too_early:
        return
    settings, now = OutreachSettings.of(provider.organisation), clock.now()
    by_zone: dict[str, list[int]] = defaultdict(list)
    for text, zone in check.too_early:
        by_zone[zone].append(text.id)
    for zone, ids in by_zone.items():
        opening: datetime = next_opening(settings, zone, now)
        Text.objects.filter(id__in=ids).update(due_at=opening)


def _mark_handed(texts: list[Text]) -> None:
    """Leases run on the database's clock."""
    if not texts:
        return
    ids = [text.id for text in texts]
    Text.objects.filter(id__in=ids).update(
        state=Text.State.HANDING, handed_at=Now(), attempts=F("attempts") + 1
    )
    now, conversations = clock.now(), {text.conversation_id for text in texts}
    Conversation.objects.filter(id__in=conversations).update(
        first_text_at=Coalesce("first_text_at", Value(now)), last_out_at=now
    )
    Touch.objects.bulk_create([touch for text in texts if (touch := _touch(text))])


def _touch(text: Text) -> Touch | None:
    """What tires somebody is a text that nobody asked for; a retry of it does not count twice."""
    person_id = text.conversation.person_id
    if person_id is None or text.kind == Text.Kind.SYSTEM or text.attempts:
        return None
    return Touch(
        organisation_id=text.organisation_id,
        person_id=person_id,
        match_key=text.match_key,
        channel=Channel.TEXT,
        counts=not is_answer(text),
        touched_at=clock.now(),
    )
