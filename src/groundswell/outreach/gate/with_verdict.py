from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Case, CharField, QuerySet, Value, When

from groundswell.consent.channels import Channel, Purpose
from groundswell.kernel import clock
from groundswell.orgs.models import Organisation
from groundswell.outreach.gate.conditions import conditions, joins
from groundswell.outreach.gate.question import Question, ask
from groundswell.outreach.models.outreach_settings import OutreachSettings
from groundswell.outreach.quiet_hours import zones_open
from groundswell.people.models import Person

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Judged(TypedDict):
    """What a person of the answer carries beside their own columns."""

    verdict: str


def with_verdict(
    people: QuerySet[Person],
    *,
    organisation: Organisation,
    channel: Channel,
    purpose: Purpose,
    at: datetime | None = None,
    is_reply: bool = False,
    settings: OutreachSettings | None = None,
) -> "QuerySet[WithAnnotations[Person, Judged]]":
    """Annotates `verdict`: "" when each may be contacted now, else the first Reason in order.

    Also joins `contact_point` and `consent`, so that `contact_point__match_key` can be selected with it.
    """
    at = at or clock.now()
    settings = settings or OutreachSettings.of(organisation)
    zones = zones_open(settings, at)
    question = ask(settings, channel=channel, purpose=purpose, at=at, zones=zones, is_reply=is_reply)
    return people.alias(**joins(question)).annotate(verdict=verdict_expression(question))


def verdict_expression(question: Question) -> Case:
    """The reasons as one CASE; usable wherever `joins(question)` are in the query."""
    whens = [When(condition, then=Value(reason)) for reason, condition in conditions(question).items()]
    return Case(*whens, default=Value(""), output_field=CharField())
