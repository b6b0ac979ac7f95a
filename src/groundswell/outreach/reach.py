"""Tells the segment builder how many may be texted, and why the others may not."""

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from groundswell.consent.channels import Channel, Purpose
from groundswell.orgs.models import Organisation
from groundswell.outreach.gate import Reason, with_verdict
from groundswell.people.models import Person
from groundswell.segments.reach import Reach, reach_counters


def text_reach(people: QuerySet[Person], organisation: Organisation, purpose: str) -> Reach:
    judged = with_verdict(
        people,
        organisation=organisation,
        channel=Channel.TEXT,
        purpose=Purpose(purpose) if purpose in Purpose.values else Purpose.MEMBERSHIP,
    )
    rows = dict(judged.order_by().values_list("verdict").annotate(people=Count("id")))
    total = sum(rows.values())
    left_out = [
        (str(reason.label), rows[reason.value])
        for reason in Reason
        if reason.value in rows and not reason.passes
    ]
    return Reach(
        people=total,
        allowed=total - sum(people for _words, people in left_out),
        words=_("may be texted"),
        left_out=left_out,
    )


reach_counters.register("text", text_reach)
