"""How often somebody was contacted lately, on any channel: a movement must not overuse its network."""

from datetime import datetime, timedelta

from django.db.models import Expression, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import CombinedExpression

from groundswell.outreach.models.outreach_settings import OutreachSettings
from groundswell.outreach.models.touch import Touch

Moment = datetime | Expression


def tiring_touches(*, since: Moment, until: Moment) -> QuerySet[Touch]:
    """The contacts that tire, within the window. In an open conversation they do not count."""
    return Touch.objects.filter(counts=True, touched_at__gt=since, touched_at__lte=until)


def touch_count(
    organisation_id: int | Expression, match_key: str, *, since: Moment, until: Moment
) -> CombinedExpression:
    """Contacts at this number, whoever holds it, and of this person elsewhere: two index ranges, never twice.

    `match_key` names the column of the outer person query.
    """
    recent = tiring_touches(since=since, until=until)
    at_number = recent.filter(organisation_id=organisation_id, match_key=OuterRef(match_key))
    elsewhere = recent.filter(person=OuterRef("pk")).exclude(match_key=OuterRef(match_key))
    return CombinedExpression(_count(at_number), "+", _count(elsewhere), output_field=IntegerField())


def rested_at(person_id: int, match_key: str, settings: OutreachSettings, at: datetime) -> datetime | None:
    """When the limit will no longer be reached, if nobody contacts them before; None for a limit of zero."""
    if settings.fatigue_contacts == 0:
        return None
    window = timedelta(days=settings.fatigue_days)
    touches = tiring_touches(since=at - window, until=at).filter(
        Q(person_id=person_id) | Q(organisation_id=settings.organisation_id, match_key=match_key)
    )
    moments = list(touches.order_by("-touched_at").values_list("touched_at", flat=True))
    if len(moments) < settings.fatigue_contacts:
        return at
    return moments[settings.fatigue_contacts - 1] + window


def _count(touches: QuerySet[Touch]) -> Subquery:
    """COUNT as a plain function: Django's aggregate would add a GROUP BY, and no row is not zero."""
    counted = touches.annotate(n=Func("id", function="COUNT", output_field=IntegerField()))
    return Subquery(counted.values("n"), output_field=IntegerField())
