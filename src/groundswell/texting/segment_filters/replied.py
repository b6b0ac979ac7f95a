from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groundswell.orgs.models import Organisation
from groundswell.segments.registry import Cleaned, SegmentFilter, segment_filter
from groundswell.texting.models import Recipient
from groundswell.texting.segment_filters.campaign_form import CampaignForm


@segment_filter
class RepliedFilter(SegmentFilter):
    key = "replied"
    label = gettext_lazy("Replied in a campaign")
    group = gettext_lazy("What happened")
    form = CampaignForm

    def to_q(self, chosen: Cleaned, organisation: Organisation) -> Q:
        replied = Recipient.objects.filter(
            campaign=chosen["campaign"],
            person=OuterRef("pk"),
            conversation__last_in_at__isnull=False,
        )
        return Q(Exists(replied))

    def sentence(self, chosen: Cleaned) -> str:
        return _("replied in %(campaign)s") % {"campaign": chosen["campaign"].name}

    def opposite(self, chosen: Cleaned) -> str:
        return _("did not reply in %(campaign)s") % {"campaign": chosen["campaign"].name}
