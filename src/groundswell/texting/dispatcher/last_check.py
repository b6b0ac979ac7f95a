"""The gate for the last time, under the address locks: nothing leaves after a no.

The gate knows a person by the number they have now; a text goes to the number of its conversation. So stops
and holds of that very number are asked for as well, and a first message whose number has changed is dropped.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from groundswell.consent.channels import Channel, Purpose
from groundswell.consent.models import Hold, Suppression
from groundswell.kernel import clock
from groundswell.outreach.gate import Reason
from groundswell.outreach.models import OutreachSettings, ProviderConnection
from groundswell.people.models import ContactPoint
from groundswell.texting.models import Campaign, Text
from groundswell.texting.services.give_back import CAMPAIGN_OVER, SUSPENDED, UNASKED
from groundswell.texting.verdicts import judge, judge_strangers

TOO_LATE = "too_late"
CLOSED = "closed"
CAMPAIGN_PAUSED = "campaign_paused"
NUMBER_CHANGED = "number_changed"


@dataclass
class LastCheck:
    sendable: list[Text] = field(default_factory=list)
    dropped: list[tuple[Text, str]] = field(default_factory=list)
    too_early: list[tuple[Text, str]] = field(default_factory=list)
    paused: list[Text] = field(default_factory=list)


def last_check(provider: ProviderConnection, texts: list[Text]) -> LastCheck:
    verdicts, addresses = _ask_the_gate(provider, texts), _ask_about_addresses(provider, texts)
    check = LastCheck()
    for text in texts:
        reason = _own_reason(text) or addresses.get(text.id) or verdicts.get(text.id, "")
        if not reason:
            check.sendable.append(text)
        elif reason == CAMPAIGN_PAUSED:
            check.paused.append(text)
        elif reason in (Reason.QUIET_HOURS, Reason.PAUSED):
            check.too_early.append((text, _zone(provider, text)))
        else:
            check.dropped.append((text, reason))
    return check


def _own_reason(text: Text) -> str:
    """What only texting knows; a confirmation is sent to whoever has just closed the conversation."""
    if text.not_after and text.not_after <= clock.now():
        return TOO_LATE
    if text.kind == Text.Kind.SYSTEM:
        return ""
    if text.conversation.closed_at:
        return CLOSED
    if text.author and not text.author.is_active:
        return SUSPENDED
    campaign = text.conversation.campaign
    return _reason_of(campaign) if campaign and text.kind in UNASKED else ""


def _reason_of(campaign: Campaign) -> str:
    """A follow-up of a campaign that is over is never sent; that of a paused one waits for it."""
    if campaign.state == Campaign.State.CLOSED or (campaign.closes_at and campaign.closes_at <= clock.now()):
        return CAMPAIGN_OVER
    return CAMPAIGN_PAUSED if campaign.state == Campaign.State.PAUSED else ""


def _ask_about_addresses(provider: ProviderConnection, texts: Iterable[Text]) -> dict[int, str]:
    """By text id: what stands against the number itself, whoever has it now."""
    ours = [text for text in texts if text.kind != Text.Kind.SYSTEM]
    asked = {
        "organisation_id": provider.organisation_id,
        "channel": Channel.TEXT,
        "match_key__in": {text.match_key for text in ours},
    }
    stopped = set(Suppression.objects.filter(**asked, lifted_at=None).values_list("match_key", flat=True))
    held = set(Hold.objects.filter(**asked, decided_at=None).values_list("match_key", flat=True))
    moved = _moved(text for text in ours if text.kind in UNASKED)
    return (
        dict.fromkeys(moved, NUMBER_CHANGED)
        | {text.id: Reason.ON_HOLD.value for text in ours if text.match_key in held}
        | {text.id: Reason.OPTED_OUT.value for text in ours if text.match_key in stopped}
    )


def _moved(unasked: Iterable[Text]) -> list[int]:
    """Texts to a number that their person no longer has: somebody else may have it."""
    people = {text.id: (text.conversation.person_id, text.match_key) for text in unasked}
    phones = ContactPoint.objects.filter(
        person__in={person for person, _ in people.values() if person}, kind=ContactPoint.Kind.PHONE
    )
    has = set(phones.values_list("person_id", "match_key"))
    return [text_id for text_id, number in people.items() if number not in has]


def _ask_the_gate(provider: ProviderConnection, texts: Iterable[Text]) -> dict[int, str]:
    """By text id; one question per purpose and kind of text among these few."""
    alike: dict[tuple[str, bool], list[Text]] = defaultdict(list)
    for text in texts:
        if text.kind != Text.Kind.SYSTEM:
            alike[_purpose(text), is_answer(text)].append(text)
    settings = OutreachSettings.of(provider.organisation)
    verdicts: dict[int, str] = {}
    for (purpose, is_reply), group in alike.items():
        people = {text.conversation.person_id or 0: _zone(provider, text) for text in group}
        judged = judge(settings, people, purpose=purpose, is_reply=is_reply)
        verdicts |= {text.id: judged.get(text.conversation.person_id or 0, Reason.LEFT) for text in group}
    strangers = [text for text in alike[Purpose.MEMBERSHIP, True] if _is_to_a_stranger(text)]
    if strangers:
        judged_keys = judge_strangers(settings, {text.match_key for text in strangers})
        verdicts |= {text.id: judged_keys[text.match_key] for text in strangers}
    return verdicts


def _is_to_a_stranger(text: Text) -> bool:
    """Somebody who wrote first and whom no list knows; whoever was removed since is none."""
    return text.conversation.campaign_id is None and text.conversation.person_id is None


def is_answer(text: Text) -> bool:
    """To somebody who has written to us; before that, every text is one nobody asked for."""
    return text.kind == Text.Kind.REPLY and text.conversation.last_in_at is not None


def _purpose(text: Text) -> str:
    campaign = text.conversation.campaign
    return campaign.purpose if campaign else Purpose.MEMBERSHIP


def _zone(provider: ProviderConnection, text: Text) -> str:
    """A stranger's clock is not known: the organisation's counts."""
    person = text.conversation.person
    return person.time_zone if person else provider.organisation.time_zone
