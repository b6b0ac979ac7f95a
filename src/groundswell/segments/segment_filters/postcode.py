from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.segments.registry import Cleaned, FilterForm, SegmentFilter, segment_filter


class PostcodeForm(FilterForm):
    begins = forms.CharField(max_length=16, label=gettext_lazy("Postcode begins with"))


@segment_filter
class PostcodeFilter(SegmentFilter):
    key = "postcode"
    label = gettext_lazy("Lives where the postcode begins with")
    group = gettext_lazy("Who they are")
    form = PostcodeForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        return Q(postcode__istartswith=chosen["begins"])

    def sentence(self, chosen: Cleaned) -> str:
        return _("has a postcode beginning with %(begins)s") % {"begins": chosen["begins"]}

    def opposite(self, chosen: Cleaned) -> str:
        return _("has no postcode beginning with %(begins)s") % {"begins": chosen["begins"]}
