"""Each reason as one SQL condition on a person; the only place where the rules of contact are written.

The conditions read two joins of at most one row each: `contact_point` (the person's first number or
address for the channel) and `consent` (the ledger's current word on channel and purpose).
"""

from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import GreaterThanOrEqual

from groundswell.consent.channels import Channel, ConsentStatus
from groundswell.consent.models import Hold, Suppression
from groundswell.kernel.prepared import Slot
from groundswell.orgs.models import Organisation
from groundswell.outreach.fatigue import touch_count
from groundswell.outreach.gate.question import Question
from groundswell.outreach.gate.reasons import Reason
from groundswell.people.models import ContactPoint

Condition = Q | Exists | Combinable
ADDRESS_KIND = {
    Channel.TEXT: ContactPoint.Kind.PHONE,
    Channel.CALL: ContactPoint.Kind.PHONE,
    Channel.EMAIL: ContactPoint.Kind.EMAIL,
}
HAS_HOURS = {Channel.TEXT, Channel.CALL}


def joins(question: Question) -> dict[str, FilteredRelation]:
    """Unique constraints keep each to one row a person, so a join never doubles anybody."""
    return {
        "contact_point": FilteredRelation(
            "contact_points",
            condition=Q(contact_points__kind=ADDRESS_KIND[question.channel], contact_points__is_primary=True),
        ),
        "consent": FilteredRelation(
            "consent_states",
            condition=Q(consent_states__channel=question.channel, consent_states__purpose=question.purpose),
        ),
    }


def conditions(question: Question) -> dict[Reason, Condition]:
    """In order of priority. What does not apply to this question is not in the SQL at all."""
    found: dict[Reason, Condition] = {
        Reason.LEFT: Q(deleted_at__isnull=False),
        Reason.NO_NUMBER: _unusable_address(question.channel),
        Reason.OPTED_OUT: Q(consent__status__in=[ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED])
        | Q(Exists(_of_address(Suppression, question).filter(lifted_at=None))),
        Reason.ON_HOLD: Exists(_of_address(Hold, question).filter(decided_at=None)),
    }
    if not question.is_reply:
        found[Reason.NO_CONSENT] = Q(consent__status__isnull=True) | Q(consent__status=ConsentStatus.UNKNOWN)
    if question.limit is not None:
        found[Reason.FATIGUE] = _is_tired(question)
    found[Reason.PAUSED] = Exists(
        Organisation.objects.filter(id=question.organisation_id, sending_paused_at__isnull=False)
    )
    if question.channel in HAS_HOURS:
        found[Reason.QUIET_HOURS] = ~Q(time_zone__in=question.zones)
    return found


def _unusable_address(channel: Channel) -> Q:
    """Said positively: NOT of a missing row is unknown in SQL, and unknown must never allow."""
    unusable = Q(contact_point__id__isnull=True) | Q(contact_point__status=ContactPoint.Status.INVALID)
    if channel == Channel.TEXT:
        unusable |= Q(contact_point__status=ContactPoint.Status.LANDLINE) | Q(contact_point__textable=False)
    return unusable


def _of_address(model: type[Suppression] | type[Hold], question: Question) -> QuerySet[Any]:
    """By number, not by person: households share one, and what one says counts for all."""
    return model._default_manager.filter(
        organisation_id=question.organisation_id,
        channel=question.channel,
        match_key=OuterRef("contact_point__match_key"),
    )


def _is_tired(question: Question) -> Combinable:
    count = touch_count(
        question.organisation_id, "contact_point__match_key", since=question.since, until=question.at
    )
    limit = question.limit if isinstance(question.limit, Slot) else Value(question.limit)
    return GreaterThanOrEqual(count, limit)
