from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.consent.channels import Channel, ConsentStatus
from groundswell.consent.facts import PersonOptedOut
from groundswell.consent.ledger import Line, write_lines
from groundswell.consent.locks import lock_address
from groundswell.consent.models import Suppression
from groundswell.consent.on_their_way import answer_after_hand_over
from groundswell.consent.selectors import holders_of
from groundswell.kernel import clock
from groundswell.kernel.facts import announce
from groundswell.people.models import Person

STOPPED_BY_A_NUMBER = (Channel.TEXT, Channel.CALL)


def stop_contact(
    *,
    actor: Actor,
    organisation_id: int,
    match_key: str,
    source: Suppression.Source,
    evidence: str = "",
    person: Person | None = None,
    channels: Iterable[Channel] = STOPPED_BY_A_NUMBER,
    received_at: datetime | None = None,
) -> None:
    """Ends contact with an address for the whole organisation, at once, for everybody who shares it.

    Said twice it changes nothing, except that somebody's own words outrank what we noted for them. When a
    member calls, the outermost transaction's commit is followed by a wait for texts already on their way.
    """
    with transaction.atomic():
        lock_address(organisation_id, match_key)
        answer_after_hand_over(actor, organisation_id, match_key)
        active = Suppression.objects.filter(
            organisation_id=organisation_id, match_key=match_key, lifted_at=None
        )
        known = {suppression.channel: suppression for suppression in active}
        news = [channel for channel in channels if _is_news(known.get(channel), source)]
        if not news:
            return
        _suppress(actor, match_key, news, known, source, evidence)
        people: set[int | None] = {*holders_of(organisation_id, match_key), person.pk if person else None}
        lines = [
            Line(person_id=person_id, channel=channel, purpose=None, status=ConsentStatus.WITHDRAWN)
            for channel in news
            for person_id in (people - {None} or {None})
        ]
        write_lines(
            actor, lines, source=source, evidence=evidence, match_key=match_key, received_at=received_at
        )
        record(actor, "contact.stopped", person, source=source, channels=news, people=len(people - {None}))
        announce(PersonOptedOut(organisation_id=organisation_id, match_key=match_key, channels=[*news]))


def _is_news(known: Suppression | None, source: Suppression.Source) -> bool:
    return known is None or (not known.is_their_own and source in Suppression.THEIR_OWN)


def _suppress(
    actor: Actor,
    match_key: str,
    channels: list[Channel],
    known: dict[str, Suppression],
    source: Suppression.Source,
    evidence: str,
) -> None:
    """What we had noted gives way to what they say themselves, and is kept as lifted."""
    now = clock.now()
    weaker = [known[channel].pk for channel in channels if channel in known]
    Suppression.objects.filter(pk__in=weaker).update(lifted_at=now, lifted_reason="own words")
    Suppression.objects.bulk_create(
        Suppression(
            organisation_id=actor.organisation_id,
            channel=channel,
            match_key=match_key,
            source=source,
            evidence=evidence[:500],
            recorded_by_id=actor.membership_id,
            suppressed_at=now,
        )
        for channel in channels
    )
