from datetime import timedelta

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy, ngettext

from groundswell.kernel.clock import now
from groundswell.orgs.models import Organisation
from groundswell.outreach.models import Touch
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class NotContactedForm(FilterForm):
    days = forms.IntegerField(min_value=1, max_value=3650, initial=60, label=gettext_lazy("Days"))


@segment_filter
class NotContactedFilter(SegmentFilter):
    key = "not_contacted"
    label = gettext_lazy("Was not contacted for some days")
    group = gettext_lazy("What happened")
    form = NotContactedForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        since = now() - timedelta(days=chosen["days"])
        return ~Q(Exists(Touch.objects.filter(person=OuterRef("pk"), touched_at__gte=since)))

    def sentence(self, chosen: Cleaned) -> str:
        return ngettext(
            "was not contacted for %(days)d day", "was not contacted for %(days)d days", chosen["days"]
        ) % {"days": chosen["days"]}

    def opposite(self, chosen: Cleaned) -> str:
        return ngettext(
            "was contacted in the last %(days)d day",
            "was contacted in the last %(days)d days",
            chosen["days"],
        ) % {"days": chosen["days"]}
