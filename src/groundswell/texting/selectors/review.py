"""The last look before a campaign starts: whom exactly, who not and why, what it costs, when it is done."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groundswell.consent.channels import Channel
from groundswell.gateways.sms.encoding import measure
from groundswell.kernel import clock
from groundswell.kernel.database import time_limit
from groundswell.orgs.models import Group, Membership, Role
from groundswell.outreach.gate import Reason, with_verdict
from groundswell.outreach.merge import render
from groundswell.outreach.models import OutreachSettings, ProviderConnection, Sender
from groundswell.texting.audience import audience_of
from groundswell.texting.forecast import Forecast, forecast
from groundswell.texting.lint import Remark, lint_message
from groundswell.texting.models import Campaign
from groundswell.texting.selectors.message_parts import MessageParts, measure_for

SECONDS = 8.0
NUMBERS = Count("contact_point__match_key", distinct=True)
NOT_NOW_ONLY = ["", *(reason.value for reason in Reason if reason.passes)]


@dataclass(frozen=True)
class LeftOut:
    reason: Reason
    people: int

    @property
    def words(self) -> str:
        return str(self.reason.label)


@dataclass(frozen=True)
class Audience:
    """`conversations` is what is really sent: people who share a number get one text."""

    people: int
    to_text: int
    conversations: int
    left_out: list[LeftOut]

    @property
    def sharing(self) -> int:
        return self.to_text - self.conversations


@dataclass(frozen=True)
class Review:
    audience: Audience
    parts: MessageParts
    cost: Decimal | None
    currency: str
    forecast: Forecast
    remarks: list[Remark]

    @property
    def may_start(self) -> bool:
        return bool(self.audience.conversations) and not any(remark.stops for remark in self.remarks)


def review_of(campaign: Campaign, message: str) -> Review:
    """Raises QueryTooSlow rather than keep anybody waiting."""
    with time_limit(SECONDS):
        audience = count_audience(campaign)
        settings = OutreachSettings.of(campaign.organisation)
        parts = measure_for(message, campaign, _to_text(campaign), longest_volunteer_name(campaign))
        expected = _forecast(campaign, audience, parts, settings)
    price = settings.price_per_part
    return Review(
        audience=audience,
        parts=parts,
        cost=price * parts.total if price else None,
        currency=settings.currency,
        forecast=expected,
        remarks=_remarks(campaign, message, audience, parts, expected),
    )


def count_audience(campaign: Campaign) -> Audience:
    """A GROUP BY verdict; once more only when a household may live in two time zones."""
    found = judge(campaign).order_by().values_list("verdict").annotate(people=Count("id"), numbers=NUMBERS)
    rows = {verdict: people for verdict, people, _numbers in found}
    textable = [numbers for verdict, _people, numbers in found if verdict in NOT_NOW_ONLY]
    to_text = sum(rows.pop(verdict, 0) for verdict in NOT_NOW_ONLY)
    numbers = sum(textable) if len(textable) < 2 else _to_text(campaign).aggregate(n=NUMBERS)["n"]
    left_out = [LeftOut(reason, rows[reason.value]) for reason in Reason if rows.get(reason.value)]
    return Audience(
        people=to_text + sum(rows.values()), to_text=to_text, conversations=numbers, left_out=left_out
    )


def judge(campaign: Campaign) -> QuerySet[Any]:
    """The audience, each with the gate's verdict."""
    return with_verdict(
        audience_of(campaign),
        organisation=campaign.organisation,
        channel=Channel.TEXT,
        purpose=campaign.purpose,  # type: ignore[arg-type]
    )


def _to_text(campaign: Campaign) -> QuerySet[Any]:
    return judge(campaign).filter(verdict__in=NOT_NOW_ONLY)


def texters_of(campaign: Campaign) -> QuerySet[Membership]:
    """Leaders and volunteers at work in the campaign's branches or above them."""
    below = Group.objects.at_or_below(campaign.group).values("id")
    above = [int(part) for part in campaign.group.path.strip("/").split("/")]
    return (
        Membership.objects.filter(
            Q(grants__group__in=below) | Q(grants__group__in=above),
            organisation_id=campaign.organisation_id,
            grants__role__in=[Role.VOLUNTEER, Role.LEADER],
            suspended_at=None,
            ended_at=None,
        )
        .select_related("user")
        .distinct()
    )


def longest_volunteer_name(campaign: Campaign) -> str:
    """So that the number of parts shown is never too low."""
    return max((str(texter) for texter in texters_of(campaign)), key=len, default=_("Alexandra"))


def _forecast(
    campaign: Campaign, audience: Audience, parts: MessageParts, settings: OutreachSettings
) -> Forecast:
    return forecast(
        texts=audience.conversations,
        parts=parts.total,
        volunteers=texters_of(campaign).count(),
        parts_per_second=carrier_rate(campaign),
        settings=settings,
        time_zone=campaign.organisation.time_zone,
        at=clock.now(),
    )


def carrier_rate(campaign: Campaign) -> int:
    """Parts a second that the connected numbers may send together."""
    connections = ProviderConnection.objects.filter(
        organisation_id=campaign.organisation_id, disconnected_at=None
    )
    numbers = (
        Sender.objects.filter(connection__in=connections, retired_at=None)
        .values_list("connection__parts_per_second")
        .annotate(numbers=Sum("parts_per_second"))
    )
    return sum(min(account, together) for account, together in numbers)


def _remarks(
    campaign: Campaign, message: str, audience: Audience, parts: MessageParts, expected: Forecast
) -> list[Remark]:
    remarks = lint_message(message, organisation=campaign.organisation.name, parts=parts.most)
    if not audience.conversations:
        remarks.append(Remark(_("Nobody in this audience may be texted now."), stops=True))
    if not carrier_rate(campaign):
        remarks.append(Remark(_("No number to text from is connected. Connect one in Settings."), stops=True))
    if campaign.script_id is None:
        remarks.append(Remark(_("There is no script: volunteers will have no answers to choose from.")))
    if campaign.closes_at is None:
        remarks.append(Remark(_("There is no closing date: texts go on until you close the campaign.")))
    return remarks + _about_time(campaign, expected)


def _about_time(campaign: Campaign, expected: Forecast) -> list[Remark]:
    closes = campaign.closes_at
    if closes and closes <= clock.now():
        return [Remark(_("The closing date has passed. Choose a later one."), stops=True)]
    if not expected.volunteers:
        return [Remark(_("No volunteer is there to text yet. Invite some, or send their branches a link."))]
    if expected.done_at is None or (closes and expected.done_at > closes):
        words = ngettext(
            "With %(n)d volunteer this is not finished before it closes. Invite more.",
            "With %(n)d volunteers this is not finished before it closes. Invite more.",
            expected.volunteers,
        )
        return [Remark(words % {"n": expected.volunteers})]
    return []


def preview(campaign: Campaign, message: str, values: dict[str, str]) -> tuple[str, int, str]:
    """The text as one person would get it, its parts and its alphabet."""
    body = render(message, values)
    measured = measure(body)
    return body, measured.parts, measured.encoding
