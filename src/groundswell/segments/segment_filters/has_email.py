from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.people.models import ContactPoint
from groundswell.segments.registry import Cleaned, SegmentFilter, segment_filter


@segment_filter
class HasEmailFilter(SegmentFilter):
    key = "has_email"
    label = gettext_lazy("Has an e-mail address")
    group = gettext_lazy("How to reach them")

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        addresses = ContactPoint.objects.filter(
            person=OuterRef("pk"), kind=ContactPoint.Kind.EMAIL, status=ContactPoint.Status.OK
        )
        return Q(Exists(addresses))

    def sentence(self, chosen: Cleaned) -> str:
        return _("has an e-mail address")

    def opposite(self, chosen: Cleaned) -> str:
        return _("has no e-mail address")
