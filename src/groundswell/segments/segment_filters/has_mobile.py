from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.people.models import ContactPoint
from groundswell.segments.registry import Cleaned, SegmentFilter, segment_filter


@segment_filter
class HasMobileFilter(SegmentFilter):
    key = "has_mobile"
    label = gettext_lazy("Has a mobile number")
    group = gettext_lazy("How to reach them")

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        mobiles = ContactPoint.objects.filter(
            person=OuterRef("pk"),
            kind=ContactPoint.Kind.PHONE,
            status=ContactPoint.Status.OK,
            textable=True,
        )
        return Q(Exists(mobiles))

    def sentence(self, chosen: Cleaned) -> str:
        return _("has a mobile number")

    def opposite(self, chosen: Cleaned) -> str:
        return _("has no mobile number")
