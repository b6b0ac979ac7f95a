"""The gate for the last time, under the address locks: nothing leaves after a no."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from groundswell.consent.channels import Purpose
from groundswell.kernel import clock
from groundswell.outreach.gate import Reason
from groundswell.outreach.models import OutreachSettings, ProviderConnection
from groundswell.texting.models import Campaign, Text
from groundswell.texting.verdicts import judge

TOO_LATE = "too_late"
CLOSED = "closed"
CAMPAIGN_OVER = "campaign_over"


@dataclass
class LastCheck:
    sendable: list[Text] = field(default_factory=list)
    dropped: list[tuple[Text, str]] = field(default_factory=list)
    too_early: list[tuple[Text, str]] = field(default_factory=list)


def last_check(provider: ProviderConnection, texts: list[Text]) -> LastCheck:
    verdicts = _ask_the_gate(provider, texts)
    check = LastCheck()
    for text in texts:
        reason = _own_reason(text) or verdicts.get(text.id, "")
        if not reason:
            check.sendable.append(text)
        elif reason in (Reason.QUIET_HOURS, Reason.PAUSED):
            check.too_early.append((text, zone_of(text)))
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
    campaign = text.conversation.campaign
    unasked = text.kind in (Text.Kind.FIRST, Text.Kind.FOLLOW_UP)
    return CAMPAIGN_OVER if unasked and campaign and campaign.state == Campaign.State.CLOSED else ""


def _ask_the_gate(provider: ProviderConnection, texts: Iterable[Text]) -> dict[int, str]:
    """By text id; one question per purpose and kind of text among these few."""
    alike: dict[tuple[str, bool], list[Text]] = defaultdict(list)
    for text in texts:
        if text.kind != Text.Kind.SYSTEM:
            alike[_purpose(text), text.kind == Text.Kind.REPLY].append(text)
    settings = OutreachSettings.of(provider.organisation)
    verdicts: dict[int, str] = {}
    for (purpose, is_reply), group in alike.items():
        people = {text.conversation.person_id or 0: zone_of(text) for text in group}
        judged = judge(settings, people, purpose=purpose, is_reply=is_reply)
        verdicts |= {text.id: judged.get(text.conversation.person_id or 0, Reason.LEFT) for text in group}
    return verdicts


def _purpose(text: Text) -> str:
    campaign = text.conversation.campaign
    return campaign.purpose if campaign else Purpose.MEMBERSHIP


def zone_of(text: Text) -> str:
    person = text.conversation.person
    return person.time_zone if person else ""
